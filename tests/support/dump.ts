import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { asOwner } from "./as-owner";

/** The whole database as text: every row of every table, the queue included, and the samples that the planner keeps. */
export async function dumpDatabase(): Promise<string[]> {
  const url = process.env.DATABASE_URL ?? "";
  const tables = await asOwner<{ name: string }>(
    url,
    `SELECT format('%I.%I', n.nspname, c.relname) AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE c.relkind = 'r' AND n.nspname IN ('public', 'graphile_worker')`,
  );
  const lines: string[] = [];
  for (const { name } of tables) {
    const rows = await asOwner<{ row: string }>(url, `SELECT t::text AS row FROM ${name} t`);
    lines.push(...rows.map(({ row }) => `${name} ${row}`));
  }
  const samples = await asOwner<{ row: string }>(
    url,
    `SELECT concat_ws(' ', 'sample of', tablename, attname, most_common_vals::text, histogram_bounds::text,
       most_common_elems::text) AS row FROM pg_stats WHERE schemaname IN ('public', 'graphile_worker')`,
  );
  return [...lines, ...samples.map(({ row }) => row)];
}

/** Every file below a folder as text: its path, and its bytes read as UTF-8 and as Latin-1. */
export function dumpFolder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
    .map((path) => {
      const bytes = readFileSync(path);
      return `${path} ${bytes.toString("utf8")} ${bytes.toString("latin1")}`;
    });
}
