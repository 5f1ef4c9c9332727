import { asOwner } from "../../support/as-owner";

/** One text per table of all rows of a tenant, past row-level security: equal before and after means that nothing changed. */
export async function digestOf(tenantId: string): Promise<Record<string, string>> {
  const url = process.env.DATABASE_URL ?? "";
  const tables = await asOwner<{ name: string }>(
    url,
    `SELECT table_name AS name FROM information_schema.columns
     WHERE table_schema = 'public' AND column_name = 'tenant_id' ORDER BY 1`,
  );
  const digests = tables.map(
    ({ name }) =>
      `SELECT '${name}' AS name, md5(coalesce(string_agg(t::text, '|' ORDER BY t::text), '')) AS digest
       FROM "${name}" t WHERE tenant_id = $1`,
  );
  const rows = await asOwner<{ name: string; digest: string }>(url, digests.join(" UNION ALL "), [tenantId]);
  return Object.fromEntries(rows.map(({ name, digest }) => [name, digest]));
}
