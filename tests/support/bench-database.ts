import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startEmbeddedDatabase } from "@/lib/platform/db/embedded";
import { migrate } from "@/lib/platform/db/migrate";
import { closeAppPool } from "@/lib/platform/db/pool";

/** Runs a bench against a fresh, migrated PostgreSQL with its ordinary settings (fsync on), and removes it afterwards. */
export async function withBenchDatabase<T>(run: (ownerUrl: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "aldeia-bench-"));
  const server = await startEmbeddedDatabase(folder);
  process.env.DATABASE_URL = server.url;
  try {
    await migrate(server.url);
    return await run(server.url);
  } finally {
    await closeAppPool();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
