import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { checkBackup, restoreBackup } from "@/bin/backup/read-backup";
import { writeBackup } from "@/bin/backup/write-backup";
import { type EmbeddedDatabase, startEmbeddedDatabase } from "@/lib/platform/db/embedded";
import { migrate } from "@/lib/platform/db/migrate";
import { closeAppPool } from "@/lib/platform/db/pool";
import { asOwner } from "../../support/as-owner";
import { aCommunity } from "../../support/village";
import { aTenant } from "../../support/world";

// As in a managed database: the owner is no superuser, so that forced row-level security binds it as well.
const aFolder = () => mkdtempSync(join(tmpdir(), "aldeia-bound-"));
let server: EmbeddedDatabase;

beforeAll(async () => {
  server = await startEmbeddedDatabase(aFolder(), ["-c", "fsync=off"]);
  await asOwner(server.url, "CREATE ROLE caseiro LOGIN CREATEROLE PASSWORD 'x'");
}, 60_000);

afterAll(async () => {
  await closeAppPool();
  await server.stop();
});

async function aDatabase(name: string): Promise<string> {
  await asOwner(server.url, `CREATE DATABASE ${name} OWNER caseiro`);
  const url = new URL(server.url);
  [url.username, url.password, url.pathname] = ["caseiro", "x", `/${name}`];
  await migrate(url.toString());
  return url.toString();
}

test("T2: an owner whom row-level security binds backs all tenants up and restores them, and all tables are sealed again", async () => {
  const source = await aDatabase("casa");
  const target = await aDatabase("outra");
  await closeAppPool();
  process.env.DATABASE_URL = source;
  const here = await aTenant();
  await aCommunity(here);
  const file = join(aFolder(), "x.backup");
  await writeBackup(file, { url: source, dataDir: aFolder(), secret: "x" });
  const backup = await checkBackup(file);
  expect(backup.manifest.tables.tenants?.rows).toBe(1);
  expect(backup.manifest.tables.communities?.rows).toBe(1);
  await restoreBackup(backup, { url: target, dataDir: aFolder(), replace: false });

  await closeAppPool();
  process.env.DATABASE_URL = target;
  expect(await here.as("owner").db.community.count()).toBe(1);
  const open = await asOwner(
    target,
    "SELECT 1 FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relrowsecurity AND NOT relforcerowsecurity",
  );
  expect(open).toEqual([]);
});

test("a table that would hide its rows stops the backup instead of being left out in silence", async () => {
  const source = await aDatabase("terceira");
  await asOwner(
    source,
    "CREATE TABLE strange (tenant_id uuid); ALTER TABLE strange ENABLE ROW LEVEL SECURITY",
  );
  await expect(
    writeBackup(join(aFolder(), "x.backup"), { url: source, dataDir: aFolder(), secret: "x" }),
  ).rejects.toThrow(/left out.*strange/);
});
