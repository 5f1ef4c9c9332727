import "server-only";
import type { Db } from "@/lib/platform/db/clients";
import type { ReadIdentifier } from "./identifier-rules";
import type { CustomFields } from "./types";

export type IdentifierOwner = { kind: string; canonical: string; memberId: string };

/** Who has these identifiers, by kind and canonical form. */
export async function findIdentifierOwners(
  db: Db,
  identifiers: readonly ReadIdentifier[],
): Promise<IdentifierOwner[]> {
  if (identifiers.length === 0) return [];
  const kinds = identifiers.map(({ kind }) => kind);
  const canonicals = identifiers.map(({ canonical }) => canonical);
  // One look-up in the unique index each; the plan of a join, kept for any number of rows, would read the whole table.
  return db.$queryRaw<IdentifierOwner[]>`
    SELECT wanted.kind, wanted.canonical, owner.member_id AS "memberId"
    FROM unnest(${kinds}::text[], ${canonicals}::text[]) AS wanted (kind, canonical)
    CROSS JOIN LATERAL (
      SELECT i.member_id FROM identifiers i
      WHERE i.tenant_id = current_tenant() AND i.kind = wanted.kind AND i.canonical = wanted.canonical
      LIMIT 1) AS owner`;
}

export type NewIdentifier = ReadIdentifier & { id: string; memberId: string };

/** Adds identifiers; those that somebody has already are left out. Answers the keys that went in. */
export async function insertIdentifiers(
  db: Db,
  identifiers: readonly NewIdentifier[],
): Promise<{ kind: string; canonical: string }[]> {
  if (identifiers.length === 0) return [];
  return db.$queryRaw<{ kind: string; canonical: string }[]>`
    INSERT INTO identifiers (id, member_id, kind, value, canonical)
    SELECT * FROM unnest(${identifiers.map((each) => each.id)}::uuid[], ${identifiers.map((each) => each.memberId)}::uuid[],
      ${identifiers.map((each) => each.kind)}::text[], ${identifiers.map((each) => each.value)}::text[],
      ${identifiers.map((each) => each.canonical)}::text[])
    ON CONFLICT (tenant_id, kind, canonical) DO NOTHING
    RETURNING kind, canonical`;
}

export type MemberRow = {
  id: string;
  name: string;
  locale: string | null;
  timezone: string | null;
  tags: string[];
  fields: CustomFields;
};

/** The editable part of these members. */
export async function loadMemberRows(db: Db, ids: readonly string[]): Promise<MemberRow[]> {
  if (ids.length === 0) return [];
  return db.$queryRaw<MemberRow[]>`
    SELECT id, name, locale, timezone, tags, fields FROM members
    WHERE tenant_id = current_tenant() AND id = ANY (${ids}::uuid[])
    ORDER BY id FOR UPDATE`;
}

/** Inserts members in one statement. */
export async function insertMembers(
  db: Db,
  rows: readonly MemberRow[],
  origin: { source: string; importId: string | null; now: Date },
): Promise<void> {
  if (rows.length === 0) return;
  await db.$executeRaw`
    INSERT INTO members (id, name, locale, timezone, tags, fields, source, import_id, created_at, updated_at)
    SELECT id, name, locale, timezone, tags, fields, ${origin.source}, ${origin.importId}::uuid, ${origin.now}, ${origin.now}
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS row (id uuid, name text, locale text, timezone text, tags text[], fields jsonb)`;
}

/** Writes the editable part of members in one statement. */
export async function updateMembers(db: Db, rows: readonly MemberRow[], now: Date): Promise<void> {
  if (rows.length === 0) return;
  await db.$executeRaw`
    UPDATE members m SET name = row.name, locale = row.locale, timezone = row.timezone, tags = row.tags,
      fields = row.fields, updated_at = ${now}
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS row (id uuid, name text, locale text, timezone text, tags text[], fields jsonb)
    WHERE m.tenant_id = current_tenant() AND m.id = row.id`;
}
