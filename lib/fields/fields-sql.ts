import "server-only";
import type { Db } from "@/lib/platform/db/clients";
import type { LooseField } from "./types";

/** How many people have a value under each key, defined or not. */
export function countValues(db: Db): Promise<LooseField[]> {
  return db.$queryRaw<LooseField[]>`
    SELECT key, count(*)::int AS "memberCount"
    FROM members m, jsonb_object_keys(m.fields) AS key
    WHERE m.tenant_id = current_tenant() AND m.fields <> '{}'
    GROUP BY key ORDER BY count(*) DESC, key LIMIT 200`;
}

/** Takes a field's values from everybody who has one. */
export function deleteValues(db: Db, key: string): Promise<number> {
  return db.$executeRaw`
    UPDATE members SET fields = fields - ${key} WHERE tenant_id = current_tenant() AND fields ? ${key}`;
}

/** Holds all definitions, so that two changes of their order do not mix. */
export async function lockFields(db: Db): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT id FROM custom_fields WHERE tenant_id = current_tenant() ORDER BY position, created_at, id FOR UPDATE`;
  return rows.map(({ id }) => id);
}

/** Numbers the fields in this order. */
export async function orderFields(db: Db, ids: readonly string[]): Promise<void> {
  await db.$executeRaw`
    UPDATE custom_fields f SET position = o.place - 1
    FROM unnest(${[...ids]}::uuid[]) WITH ORDINALITY AS o (id, place)
    WHERE f.tenant_id = current_tenant() AND f.id = o.id`;
}
