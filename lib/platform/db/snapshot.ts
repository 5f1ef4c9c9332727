import "server-only";
import pg from "pg";
import { to as copyTo } from "pg-copy-streams";
import {
  type AppliedMigration,
  listOf,
  migrationsOf,
  PLAIN_TEXTS,
  quoted,
  type Recount,
  recount,
  seesEverything,
  type TableShape,
  tablesOf,
} from "./recount";

/** The database as it was at one instant, while everybody goes on writing. */
export type Snapshot = {
  serverVersion: string;
  migrations: AppliedMigration[];
  tables: TableShape[];
  /** The rows of a table in PostgreSQL's own text form. */
  copy(table: TableShape): AsyncIterable<Buffer>;
  recount(table: TableShape): Promise<Recount>;
  /** The stored files that its rows know. */
  files(): Promise<{ tenantId: string; id: string }[]>;
  close(): Promise<void>;
};

/**
 * Opens a snapshot of all tenants for a backup, as the owner of the database. An owner whom row-level security binds (as in
 * most managed databases) reads by the role `aldeia_backup`, which may read everything and do nothing else.
 * @throws Error rather than leave rows out in silence: when a table hides its rows from that role
 */
export async function openSnapshot(url: string): Promise<Snapshot> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const [version, tables, migrations, free] = [
      await client.query<{ server_version: string }>("SHOW server_version"),
      await tablesOf(client),
      await migrationsOf(client),
      await seesEverything(client),
    ];
    await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    await client.query(PLAIN_TEXTS);
    if (!free) await becomeReader(client);
    return {
      serverVersion: version.rows[0]?.server_version ?? "",
      migrations,
      tables,
      copy: ({ name, columns }) =>
        client.query(copyTo(`COPY (SELECT ${listOf(columns)} FROM ${quoted(name)}) TO STDOUT`)),
      recount: (table) => recount(client, table),
      files: async () => {
        const sql = `SELECT tenant_id AS "tenantId", id FROM files ORDER BY tenant_id, id`;
        return (await client.query<{ tenantId: string; id: string }>(sql)).rows;
      },
      close: () => client.end(),
    };
  } catch (error) {
    await client.end();
    throw error;
  }
}

async function becomeReader(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT c.relname AS name FROM pg_class c
     WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND c.relrowsecurity
       AND NOT EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid AND p.polname = 'backup')`,
  );
  if (rows.length > 0)
    throw new Error(
      `these tables would be left out, as nobody may read all of them: ${rows.map(({ name }) => name).join(", ")}`,
    );
  await client.query("SET LOCAL ROLE aldeia_backup");
}
