import "server-only";
import type pg from "pg";

/** A table as a backup takes it: the columns that hold something of their own, by name; generated ones follow from them. */
export type TableShape = { name: string; columns: string[] };

/** How many rows a table has, and a sum over the texts of all of them that no order changes. */
export type Recount = { rows: number; digest: string };

// What lives only while processes do, and what the migrator writes by itself.
const NOT_KEPT = ["_prisma_migrations", "worker_heartbeats"];

/** Every table of the product with its columns. The order of columns may differ between databases: names are sorted. */
export async function tablesOf(client: pg.Client): Promise<TableShape[]> {
  const { rows } = await client.query<{ name: string; columns: string[] }>(
    `SELECT c.relname AS name, array_agg(a.attname::text ORDER BY a.attname) AS columns
     FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
     WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND c.relname <> ALL ($1)
     GROUP BY c.relname ORDER BY c.relname`,
    [NOT_KEPT],
  );
  return rows;
}

/** Texts must not depend on the settings of a server. Within the transaction. */
export const PLAIN_TEXTS =
  "SET LOCAL TIME ZONE 'UTC'; SET LOCAL DateStyle = 'ISO, YMD'; SET LOCAL bytea_output = 'hex'";

/** Counts a table exactly. */
export async function recount(client: pg.Client, { name, columns }: TableShape): Promise<Recount> {
  const { rows } = await client.query<{ rows: string; digest: string }>(
    `SELECT count(*)::text AS rows,
       coalesce(sum(('x' || left(md5(ROW(${listOf(columns)})::text), 15))::bit(60)::bigint), 0)::text AS digest
     FROM ${quoted(name)}`,
  );
  return { rows: Number(rows[0]?.rows ?? 0), digest: rows[0]?.digest ?? "" };
}

export function listOf(columns: readonly string[]): string {
  return columns.map(quoted).join(", ");
}

export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

export type AppliedMigration = { name: string; checksum: string };

/** The migrations of a database: its schema, to the letter. */
export async function migrationsOf(client: pg.Client): Promise<AppliedMigration[]> {
  const { rows } = await client.query<AppliedMigration>(
    "SELECT migration_name AS name, checksum FROM _prisma_migrations WHERE finished_at IS NOT NULL ORDER BY 1",
  );
  return rows;
}

/** Whether the role of this connection sees and writes every row, whatever row-level security says. */
export async function seesEverything(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ free: boolean }>(
    "SELECT rolsuper OR rolbypassrls AS free FROM pg_roles WHERE rolname = current_user",
  );
  return rows[0]?.free === true;
}
