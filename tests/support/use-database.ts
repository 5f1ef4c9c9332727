import { randomBytes } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, inject } from "vitest";
import { closeAppPool } from "@/lib/platform/db/pool";

// Every test file has a database of its own, copied from the migrated template, so that files may run side by side.
beforeAll(async () => {
  const server = inject("serverUrl");
  const name = `t_${randomBytes(6).toString("hex")}`;
  await asOwner(server.replace(/\/aldeia$/, "/postgres"), `CREATE DATABASE ${name} TEMPLATE aldeia_template`);
  process.env.DATABASE_URL = server.replace(/\/aldeia$/, `/${name}`);
  process.env.NEXTAUTH_SECRET = "a secret of the tests";
});

afterAll(async () => {
  await closeAppPool();
});

/** Runs one statement as the owner of the database, past row-level security: for setting up and for counting, never for the code under test. */
export async function asOwner<Row extends pg.QueryResultRow>(
  url: string,
  sql: string,
  values: unknown[] = [],
): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(sql, values)).rows;
  } finally {
    await client.end();
  }
}
