import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { startEmbeddedDatabase } from "@/lib/platform/db/embedded";
import { migrate } from "@/lib/platform/db/migrate";

export type CrashingDatabase = {
  url: string;
  /** `pg_ctl stop -m immediate`: no goodbye to anybody, nothing written out. */
  crash(): Promise<void>;
  /** Starts it again on the same port; it recovers from its log by itself. */
  start(): Promise<void>;
  remove(): Promise<void>;
};

/** A migrated PostgreSQL of its own, its log on disk as in production, that can be made to crash. */
export async function aCrashingDatabase(): Promise<CrashingDatabase> {
  const folder = mkdtempSync(join(tmpdir(), "aldeia-crash-"));
  const { url } = await startEmbeddedDatabase(folder);
  await migrate(url);
  const files = join(folder, "data");
  const line = readFileSync(join(files, "postmaster.opts"), "utf8").trim();
  const { uid, gid } = statSync(files);
  const crash = async () => {
    const pid = Number(readFileSync(join(files, "postmaster.pid"), "utf8").split("\n")[0]);
    process.kill(pid, "SIGQUIT");
    while (isAlive(pid)) await sleep(10);
    await sleep(50);
  };
  return {
    url,
    crash,
    start: async () => {
      const [program = "", ...args] = line.split(" ").map((word) => word.replace(/^"|"$/g, ""));
      spawn(program, args, { uid, gid, stdio: "ignore" });
      while (!isReady(files)) await sleep(20);
    },
    remove: async () => {
      await crash();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function isAlive(pid: number): boolean {
  try {
    return !readFileSync(`/proc/${pid}/stat`, "utf8").includes(") Z ");
  } catch {
    return false;
  }
}

/** The last line of its file says how far the server is. */
function isReady(files: string): boolean {
  try {
    return readFileSync(join(files, "postmaster.pid"), "utf8").trim().split("\n").at(-1)?.trim() === "ready";
  } catch {
    return false;
  }
}
