import "server-only";
import { finished } from "node:stream/promises";
import pg from "pg";
import { type CopyStreamQuery, from as copyFrom } from "pg-copy-streams";
import {
  type AppliedMigration,
  listOf,
  migrationsOf,
  PLAIN_TEXTS,
  quoted,
  type Recount,
  recount,
  type TableShape,
  tablesOf,
} from "./recount";

/** A database that is being filled from a backup: all in one transaction, or not at all. */
export type Refill = {
  migrations: AppliedMigration[];
  /** Rows of a table, in the form that a snapshot gave them; the parts of one table follow each other. */
  write(table: TableShape, part: Buffer): Promise<void>;
  /** Counts every table again and keeps it all. @throws Error when a table is not what it was */
  finish(expected: Readonly<Record<string, Recount>>, beforeCommit: () => Promise<void>): Promise<void>;
  abandon(): Promise<void>;
};

type ForeignKey = { table: string; name: string; definition: string };

/**
 * Opens an empty database for filling; with `replace` what is in it goes. Foreign keys, triggers and forced row-level
 * security step aside within the transaction and come back before it ends, the keys checked over every row.
 * @throws Error when it is not empty, or when a worker is running
 */
export async function openRefill(url: string, { replace }: { replace: boolean }): Promise<Refill> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const tables = await tablesOf(client);
    await client.query("BEGIN");
    await client.query(PLAIN_TEXTS);
    await assertFree(client, replace);
    const names = tables.map(({ name }) => quoted(name));
    const keys = await foreignKeys(client);
    const sealed = await sealedTables(client);
    for (const { table, name } of keys) await client.query(`ALTER TABLE ${table} DROP CONSTRAINT ${name}`);
    for (const name of names) await client.query(`ALTER TABLE ${name} DISABLE TRIGGER USER`);
    for (const name of sealed) await client.query(`ALTER TABLE ${name} NO FORCE ROW LEVEL SECURITY`);
    await client.query(`TRUNCATE ${names.join(", ")}`);
    // What was queued belongs to what was here; what the restored rows need is queued from them afterwards.
    await client.query("SELECT graphile_worker.complete_jobs(ARRAY(SELECT id FROM graphile_worker.jobs))");
    return {
      migrations: await migrationsOf(client),
      ...filling(client),
      finish: async (expected, beforeCommit) => {
        await endCopy(client);
        for (const { table, name, definition } of keys)
          await client.query(`ALTER TABLE ${table} ADD CONSTRAINT ${name} ${definition}`);
        await compare(client, tables, expected);
        for (const name of names) await client.query(`ALTER TABLE ${name} ENABLE TRIGGER USER`);
        for (const name of sealed) await client.query(`ALTER TABLE ${name} FORCE ROW LEVEL SECURITY`);
        await beforeCommit();
        await client.query("COMMIT");
        await client.query("ANALYZE");
        await client.end();
      },
      abandon: () => client.end(),
    };
  } catch (error) {
    await client.end();
    throw error;
  }
}

const copies = new WeakMap<pg.Client, { table: string; stream: CopyStreamQuery }>();

function filling(client: pg.Client): Pick<Refill, "write"> {
  return {
    write: async ({ name, columns }, part) => {
      let copy = copies.get(client);
      if (copy?.table !== name) {
        await endCopy(client);
        const stream = client.query(copyFrom(`COPY ${quoted(name)} (${listOf(columns)}) FROM STDIN`));
        copy = { table: name, stream };
        copies.set(client, copy);
      }
      await written(copy.stream, part);
    },
  };
}

function written(stream: CopyStreamQuery, part: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.once("error", reject);
    stream.write(part, (error) => {
      stream.off("error", reject);
      if (error) reject(error);
      else resolve();
    });
  });
}

async function endCopy(client: pg.Client): Promise<void> {
  const copy = copies.get(client);
  if (!copy) return;
  copies.delete(client);
  copy.stream.end();
  await finished(copy.stream);
}

async function assertFree(client: pg.Client, replace: boolean): Promise<void> {
  const { rows } = await client.query<{ workers: number; filled: boolean }>(
    `SELECT live_workers() AS workers, EXISTS (SELECT FROM users) OR EXISTS (SELECT FROM tenants) AS filled`,
  );
  if (rows[0]?.workers) throw new Error("Aldeia is running on this database: stop it, then restore");
  if (rows[0]?.filled && !replace)
    throw new Error(
      "this installation is not empty: restore into an empty one, or replace all of it with --force",
    );
}

async function foreignKeys(client: pg.Client): Promise<ForeignKey[]> {
  const { rows } = await client.query<ForeignKey>(
    `SELECT conrelid::regclass::text AS table, quote_ident(conname) AS name, pg_get_constraintdef(oid) AS definition
     FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace`,
  );
  return rows;
}

async function sealedTables(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT quote_ident(relname) AS name FROM pg_class
     WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND relforcerowsecurity`,
  );
  return rows.map(({ name }) => name);
}

async function compare(
  client: pg.Client,
  tables: readonly TableShape[],
  expected: Readonly<Record<string, Recount>>,
): Promise<void> {
  for (const table of tables) {
    const [is, was] = [await recount(client, table), expected[table.name] ?? { rows: 0, digest: "0" }];
    if (is.rows !== was.rows || is.digest !== was.digest)
      throw new Error(
        `table ${table.name} came out different: ${is.rows} rows of ${was.rows}; nothing was restored`,
      );
  }
}
