import { type ChildProcess, spawn } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";

const PRELOADED = ["./bin/server-only.mjs", "tsx"];

/** The worker as a process of its own, on the database of this test file. */
export function startWorker(
  env: Record<string, string> = {},
  preloaded: readonly string[] = [],
): ChildProcess {
  const imports = [...PRELOADED, ...preloaded].flatMap((file) => ["--import", file]);
  return spawn(process.execPath, [...imports, "worker/main.ts"], {
    env: { ...process.env, LOG_LEVEL: "silent", ...env },
    stdio: "ignore",
  });
}

/** Ends a worker as power failure does. @returns how it ended */
export async function kill(worker: ChildProcess): Promise<string> {
  if (worker.exitCode !== null || worker.signalCode) return String(worker.signalCode);
  const ended = new Promise<string>((resolve) =>
    worker.once("exit", (_code, signal) => resolve(String(signal))),
  );
  worker.kill("SIGKILL");
  return await ended;
}

/** Starts a worker, kills it the moment the condition holds, and tells how it ended. */
export async function killWhen(
  condition: () => Promise<boolean>,
  env: Record<string, string> = {},
): Promise<string> {
  const worker = startWorker(env);
  try {
    await until(condition);
  } finally {
    await kill(worker);
  }
  return String(worker.signalCode);
}

/** Runs a worker until the condition holds, whatever comes of it. */
export async function workUntil(
  condition: () => Promise<boolean>,
  env: Record<string, string> = {},
  preloaded: readonly string[] = [],
): Promise<void> {
  const worker = startWorker(env, preloaded);
  try {
    await until(condition);
  } finally {
    await kill(worker);
  }
}

/** @throws Error when it does not come to hold within the time */
export async function until(condition: () => Promise<boolean>, withinMs = 300_000): Promise<void> {
  const deadline = performance.now() + withinMs;
  while (!(await condition())) {
    if (performance.now() > deadline) throw new Error(`what was waited for did not come in ${withinMs} ms`);
    await sleep(3);
  }
}
