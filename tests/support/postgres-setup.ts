import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { startEmbeddedDatabase } from "@/lib/platform/db/embedded";
import { migrate } from "@/lib/platform/db/migrate";

// One real PostgreSQL for the whole run, and in it one migrated database that every test file copies.
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), "aldeia-test-"));
  const server = await startEmbeddedDatabase(folder, ["-c", "fsync=off", "-c", "max_connections=400"]);
  await migrate(server.url);
  const client = new pg.Client({ connectionString: server.url.replace(/\/aldeia$/, "/postgres") });
  await client.connect();
  await client.query("ALTER DATABASE aldeia RENAME TO aldeia_template");
  await client.end();
  project.provide("serverUrl", server.url);
  return async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}

declare module "vitest" {
  export interface ProvidedContext {
    serverUrl: string;
  }
}
