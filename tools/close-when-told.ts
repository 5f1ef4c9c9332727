/** Ends a stand-in that runs as a process of its own: when it is told to, or when its parent is gone, however it went. */
export function closeWhenTold(standIn: { close(): Promise<unknown> }): void {
  const stop = (): void => {
    standIn.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  for (const told of ["SIGINT", "SIGTERM", "disconnect"]) process.once(told, stop);
}
