import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { expect, test } from "vitest";
import { startEmbeddedDatabase } from "@/lib/platform/db/embedded";

test("the database that we bring comes back at its address when it was killed, with what was committed, and stops when it is gone", async () => {
  const folder = mkdtempSync(join(tmpdir(), "aldeia-killed-"));
  const server = await startEmbeddedDatabase(folder);
  await ask(server.url, "CREATE TABLE kept AS SELECT 7 AS n");
  expect(await server.revive()).toBe(false);
  kill(folder);
  await expect(ask(server.url, "SELECT n FROM kept")).rejects.toThrow();
  await expect.poll(() => server.revive().catch(() => false), { timeout: 20_000 }).toBe(true);
  expect(await ask(server.url, "SELECT n FROM kept")).toEqual([{ n: 7 }]);
  kill(folder);
  await sleep(200);
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}, 60_000);

/** As the system does when memory runs out. */
function kill(folder: string): void {
  const pid = Number(readFileSync(join(folder, "data", "postmaster.pid"), "utf8").split("\n")[0]);
  process.kill(pid, "SIGKILL");
}

async function ask(connectionString: string, words: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return (await client.query(words)).rows;
  } finally {
    await client.end();
  }
}
