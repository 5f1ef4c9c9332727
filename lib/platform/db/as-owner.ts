import "server-only";
import pg from "pg";
import { databaseUrl } from "../env";

/** Runs statements as the owner of the database, past row-level security: only for the operator's command. */
export async function runAsOwner(statements: readonly string[]): Promise<void> {
  const owner = new pg.Client({ connectionString: databaseUrl() });
  await owner.connect();
  try {
    for (const statement of statements) await owner.query(statement);
  } finally {
    await owner.end();
  }
}
