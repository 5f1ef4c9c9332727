import { globSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { asOwner } from "../../support/as-owner";

const ours = (sql: string) => asOwner<Record<string, string>>(process.env.DATABASE_URL ?? "", sql);

/** `table.column type` of every field of the Prisma schema, nullable ones with a question mark. */
function fieldsOfSchema(): string[] {
  const text = globSync("prisma/schema/*.prisma")
    .map((file) => readFileSync(file, "utf8"))
    .join("\n");
  return [...text.matchAll(/^model \w+ \{\n(.*?)^\}/gms)].flatMap(([, body = ""]) => {
    const table = /@@map\("(\w+)"\)/.exec(body)?.[1];
    const lines = body.split("\n").filter((line) => /^\s+[a-z]\w*\s+[A-Z]/.test(line));
    return lines.map((line) => {
      const [, name, type = "", mark] = /^\s+(\w+)\s+([A-Z]\w*)(\[\]|\?)?/.exec(line) ?? [];
      const column = /@map\("(\w+)"\)/.exec(line)?.[1] ?? name;
      return `${table}.${column} ${type}${mark ?? ""}`;
    });
  });
}

const PRISMA_TYPES: Record<string, string> = {
  uuid: "String",
  text: "String",
  timestamptz: "DateTime",
  date: "DateTime",
  int2: "Int",
  int4: "Int",
  int8: "BigInt",
  bool: "Boolean",
  jsonb: "Json",
  bytea: "Bytes",
};

describe("the database and its description", () => {
  test("every column is in the Prisma schema, with its type, and nothing else is", async () => {
    const columns = await ours(`
      SELECT table_name AS table, column_name AS column, udt_name AS type, is_nullable = 'YES' OR is_generated = 'ALWAYS' AS nullable
      FROM information_schema.columns WHERE table_schema = 'public' AND table_name NOT LIKE '\\_prisma%'
        AND table_name IN (SELECT relname FROM pg_class WHERE relkind = 'r')`);
    const expected = columns.map(({ table, column, type = "", nullable }) => {
      const optional = nullable ? "?" : "";
      const mark = type.startsWith("_") ? "[]" : optional;
      return `${table}.${column} ${PRISMA_TYPES[type.replace(/^_/, "")] ?? type}${mark}`;
    });
    expect(fieldsOfSchema().sort()).toEqual(expected.sort());
  });

  test("T2: every table with a tenant is sealed, for reading and writing, even for its owner", async () => {
    const open = await ours(`
      SELECT c.relname AS table FROM pg_class c
      JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'tenant_id' AND NOT a.attisdropped
      LEFT JOIN pg_policy p ON p.polrelid = c.oid AND p.polname = 'tenant' AND p.polcmd = '*' AND p.polqual IS NOT NULL AND p.polwithcheck IS NOT NULL
      WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace
        AND NOT (c.relrowsecurity AND c.relforcerowsecurity AND p.oid IS NOT NULL)`);
    // One-time sign-in secrets are the platform's; their tenant only says where to go afterwards.
    expect(open.map((row) => row.table)).toEqual(["sign_in_tokens"]);
  });

  test("T1: keys and foreign keys of tenant tables begin with the tenant", async () => {
    const loose = await ours(`
      SELECT c.conrelid::regclass || ' ' || c.conname AS key FROM pg_constraint c
      JOIN pg_attribute t ON t.attrelid = c.conrelid AND t.attname = 'tenant_id' AND NOT t.attisdropped
      WHERE c.contype IN ('p', 'u', 'f') AND c.connamespace = 'public'::regnamespace AND c.conkey[1] <> t.attnum
        AND NOT (c.contype = 'f' AND c.confrelid IN ('users'::regclass, 'tenants'::regclass)) AND c.conrelid <> 'sign_in_tokens'::regclass`);
    expect(loose.map((row) => row.key)).toEqual([]);
  });

  test("the application's role may not bypass row-level security and owns nothing", async () => {
    const [role] = await ours(
      "SELECT rolsuper::text || rolbypassrls::text || rolcreaterole::text AS rights FROM pg_roles WHERE rolname = 'aldeia_app'",
    );
    const [owned] = await ours(
      "SELECT count(*)::text AS count FROM pg_class c JOIN pg_roles r ON r.oid = c.relowner WHERE r.rolname = 'aldeia_app'",
    );
    expect([role?.rights, owned?.count]).toEqual(["falsefalsefalse", "0"]);
  });
});
