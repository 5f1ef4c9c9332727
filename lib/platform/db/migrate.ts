import "server-only";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { runMigrations } from "graphile-worker";
import pg from "pg";
import { appRolePassword, databaseUrl } from "../env";
import { createPool } from "./pool";

// Any number, the same in every process: only one migrates at a time.
const MIGRATION_LOCK = 7_202_611;

/**
 * Brings the database to the state of `prisma/migrations`: roles, the job engine, then each new migration in a
 * transaction of its own. Keeps `_prisma_migrations` as `prisma migrate` does, whose engine cannot be had offline.
 * @returns the names of the migrations applied now.
 * @throws Error when an applied migration was edited since.
 */
export async function migrate(url = databaseUrl(), folder = "prisma/migrations"): Promise<string[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query("SELECT pg_advisory_lock($1)", [MIGRATION_LOCK]);
    await ensureRoles(client, url);
    await prepareQueue(url);
    await client.query(HISTORY_TABLE);
    const applied = await appliedMigrations(client);
    const names = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    const done: string[] = [];
    for (const { name } of names.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const sql = readFileSync(join(folder, name, "migration.sql"), "utf8");
      const checksum = createHash("sha256").update(sql).digest("hex");
      const before = applied.get(name);
      if (before && before !== checksum)
        throw new Error(`migration ${name} was edited after it had been applied`);
      if (!before) done.push(await applyMigration(client, name, sql, checksum));
    }
    return done;
  } finally {
    await client.end();
  }
}

/** By a pool of ours: the engine's own ends the process when the server is stopped right afterwards. */
async function prepareQueue(url: string): Promise<void> {
  const pool = createPool(url, 1);
  try {
    await runMigrations({ pgPool: pool });
  } finally {
    await pool.end();
  }
}

const HISTORY_TABLE = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id varchar(36) PRIMARY KEY, checksum varchar(64) NOT NULL, finished_at timestamptz, migration_name varchar(255) NOT NULL,
  logs text, rolled_back_at timestamptz, started_at timestamptz NOT NULL DEFAULT now(), applied_steps_count integer NOT NULL DEFAULT 0)`;

async function appliedMigrations(client: pg.Client): Promise<Map<string, string>> {
  const { rows } = await client.query<{ migration_name: string; checksum: string }>(
    "SELECT migration_name, checksum FROM _prisma_migrations WHERE finished_at IS NOT NULL",
  );
  return new Map(rows.map((row) => [row.migration_name, row.checksum]));
}

async function applyMigration(
  client: pg.Client,
  name: string,
  sql: string,
  checksum: string,
): Promise<string> {
  await client.query("BEGIN");
  try {
    await client.query(sql);
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
       VALUES (gen_random_uuid()::text, $1, $2, now(), 1)`,
      [checksum, name],
    );
    await client.query("COMMIT");
    return name;
  } catch (error) {
    await client.query("ROLLBACK");
    throw new Error(`migration ${name} failed: ${(error as Error).message}`, { cause: error });
  }
}

/** The roles of the application, of the doors and of backups; none may bypass row-level security (docs/decisions/0002). */
async function ensureRoles(client: pg.Client, url: string): Promise<void> {
  const password = appRolePassword(new URL(url).password);
  const { rows } = await client.query<{ rolname: string }>(
    "SELECT rolname FROM pg_roles WHERE rolname LIKE 'aldeia_%'",
  );
  const has = (name: string) => rows.some((row) => row.rolname === name);
  if (!has("aldeia_app")) await client.query("CREATE ROLE aldeia_app LOGIN NOSUPERUSER NOBYPASSRLS");
  await client.query(`ALTER ROLE aldeia_app PASSWORD '${password}'`);
  if (!has("aldeia_doors")) await client.query("CREATE ROLE aldeia_doors NOLOGIN NOSUPERUSER NOBYPASSRLS");
  await client.query("GRANT aldeia_doors TO CURRENT_USER");
  if (!has("aldeia_backup")) await client.query("CREATE ROLE aldeia_backup NOLOGIN NOSUPERUSER NOBYPASSRLS");
  await client.query("GRANT aldeia_backup TO CURRENT_USER");
}
