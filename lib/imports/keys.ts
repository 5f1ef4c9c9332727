/** Keys of what the browser asks again while an import runs. */
export const importKeys = {
  status: (id: string) => ["imports", id, "status"] as const,
};
