import { withDatabase } from "../database";

/** `aldeia migrate`: brings the database up to date. */
export async function run(): Promise<number> {
  await withDatabase(async () => undefined);
  process.stdout.write("the database is up to date\n");
  return 0;
}
