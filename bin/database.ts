import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { startEmbeddedDatabase } from "@/lib/platform/db/embedded";
import { migrate } from "@/lib/platform/db/migrate";
import { closeAppPool } from "@/lib/platform/db/pool";
import { dataDir } from "@/lib/platform/env";

export type RunningDatabase = { stop(): Promise<void>; embedded: boolean };

const urlFile = () => join(dataDir(), "postgres", "url");

/** Gives this process and its children a database: the one of DATABASE_URL, or the embedded one, started here. */
export async function startDatabase(): Promise<RunningDatabase> {
  if (process.env.DATABASE_URL) return { embedded: false, stop: async () => undefined };
  const folder = join(dataDir(), "postgres");
  mkdirSync(folder, { recursive: true });
  const server = await startEmbeddedDatabase(folder);
  process.env.DATABASE_URL = server.url;
  writeFileSync(urlFile(), server.url, { mode: 0o600 });
  return {
    embedded: true,
    stop: async () => {
      rmSync(urlFile(), { force: true });
      await server.stop();
    },
  };
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
