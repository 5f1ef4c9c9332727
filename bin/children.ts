import { type ChildProcess, spawn } from "node:child_process";

const LOADER = ["--import", "./bin/server-only.mjs", "--import", "tsx"];
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 15_000;
const STOP_WITHIN_MS = 10_000;

export type Supervised = { stop(): Promise<void> };

let shuttingDown = false;

/** From now on a program that ends is not started again: Ctrl-C reaches all of them at once. */
export function beginShutdown(): void {
  shuttingDown = true;
}

export function isShuttingDown(): boolean {
  return shuttingDown;
}

/** Keeps a program of ours running: when it dies it comes back, with growing pauses while it keeps dying. */
export function supervise(
  name: string,
  file: string,
  args: string[] = [],
  env: Record<string, string> = {},
): Supervised {
  let child: ChildProcess;
  let stopping = false;
  let pauseMs = FIRST_PAUSE_MS;
  const launch = () => {
    const startedAt = Date.now();
    child = spawn(process.execPath, [...LOADER, file, ...args], {
      // The channel ends with this process, even one killed: its children then stop by themselves.
      stdio: ["ignore", "inherit", "inherit", "ipc"],
      env: { ...process.env, NODE_ENV: "production", ...env },
    });
    child.once("exit", (code, signal) => {
      if (stopping || shuttingDown) return;
      pauseMs = Date.now() - startedAt > 60_000 ? FIRST_PAUSE_MS : Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
      process.stderr.write(`${name} ended (${signal ?? code}); starting it again in ${pauseMs} ms\n`);
      setTimeout(() => !(stopping || shuttingDown) && launch(), pauseMs);
    });
  };
  launch();
  return {
    stop: () =>
      new Promise((resolve) => {
        stopping = true;
        if (child.exitCode !== null || child.signalCode !== null) return resolve();
        const force = setTimeout(() => child.kill("SIGKILL"), STOP_WITHIN_MS);
        child.once("exit", () => {
          clearTimeout(force);
          resolve();
        });
        child.kill("SIGTERM");
      }),
  };
}
