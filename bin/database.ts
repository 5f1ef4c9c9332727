import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { type EmbeddedDatabase, startEmbeddedDatabase } from "@/lib/platform/db/embedded";
import { migrate } from "@/lib/platform/db/migrate";
import { closeAppPool } from "@/lib/platform/db/pool";
import { dataDir } from "@/lib/platform/env";
import { isShuttingDown } from "./children";

export type RunningDatabase = { stop(): Promise<void>; embedded: boolean };

const LOOK_EVERY_MS = 2_000;
const urlFile = () => join(dataDir(), "postgres", "url");

/** Gives this process and its children a database: the one of DATABASE_URL, or the embedded one, started here. */
export async function startDatabase(): Promise<RunningDatabase> {
  if (process.env.DATABASE_URL) return { embedded: false, stop: async () => undefined };
  const folder = join(dataDir(), "postgres");
  mkdirSync(folder, { recursive: true });
  const server = await startEmbeddedDatabase(folder);
  process.env.DATABASE_URL = server.url;
  writeFileSync(urlFile(), server.url, { mode: 0o600 });
  const watch = keepAlive(server);
  return {
    embedded: true,
    stop: async () => {
      clearInterval(watch);
      rmSync(urlFile(), { force: true });
      await server.stop();
    },
  };
}

/** A server that was killed, by hand or for want of memory, comes back; what used it waits for it and goes on. */
function keepAlive(server: EmbeddedDatabase): NodeJS.Timeout {
  let busy = false;
  const look = async () => {
    if (busy || isShuttingDown()) return;
    busy = true;
    try {
      if (await server.revive()) process.stderr.write("the database had ended and was started again\n");
    } catch {
      process.stderr.write("the database has ended and cannot be started; trying again\n");
    } finally {
      busy = false;
    }
  };
  return setInterval(look, LOOK_EVERY_MS).unref();
}

/**
 * Runs something with the database of the installation: the running one, else started for as long as it takes; brought up
 * to date first, unless it is said not to.
 */
export async function withDatabase<T>(run: () => Promise<T>, { migrates = true } = {}): Promise<T> {
  if (!process.env.DATABASE_URL) {
    const url = existsSync(urlFile()) ? readFileSync(urlFile(), "utf8") : "";
    if (await answers(url)) process.env.DATABASE_URL = url;
  }
  const database = await startDatabase();
  try {
    if (migrates) await migrate();
    return await run();
  } finally {
    await closeAppPool();
    await database.stop();
  }
}

async function answers(url: string): Promise<boolean> {
  if (!url) return false;
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}
