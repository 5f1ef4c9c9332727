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

/** Adds identifiers after those a person has; those that somebody has already are left out. Answers the keys that went in. */
export async function insertIdentifiers(
  db: Db,
  identifiers: readonly NewIdentifier[],
): Promise<{ kind: string; canonical: string }[]> {
  if (identifiers.length === 0) return [];
  return db.$queryRaw<{ kind: string; canonical: string }[]>`
    INSERT INTO identifiers (id, member_id, kind, value, canonical, typed, position)
    SELECT n.id, n.member_id, n.kind, n.value, n.canonical, nullif(n.typed, n.value),
      coalesce((SELECT max(i.position) + 1 FROM identifiers i WHERE i.tenant_id = current_tenant() AND i.member_id = n.member_id), 0) + n.place
    FROM unnest(${identifiers.map((each) => each.id)}::uuid[], ${identifiers.map((each) => each.memberId)}::uuid[],
      ${identifiers.map((each) => each.kind)}::text[], ${identifiers.map((each) => each.value)}::text[],
      ${identifiers.map((each) => each.canonical)}::text[], ${identifiers.map((each) => each.typed)}::text[])
      WITH ORDINALITY AS n (id, member_id, kind, value, canonical, typed, place)
    ON CONFLICT (tenant_id, kind, canonical) DO NOTHING
    RETURNING kind, canonical`;
}

/** Puts a person's identifiers into this order. */
export async function orderIdentifiers(
  db: Db,
  memberId: string,
  identifiers: readonly Pick<ReadIdentifier, "kind" | "canonical">[],
): Promise<void> {
  await db.$executeRaw`
    UPDATE identifiers i SET position = o.place - 1
    FROM unnest(${identifiers.map(({ kind }) => kind)}::text[], ${identifiers.map(({ canonical }) => canonical)}::text[])
      WITH ORDINALITY AS o (kind, canonical, place)
    WHERE i.tenant_id = current_tenant() AND i.member_id = ${memberId}::uuid AND i.kind = o.kind AND i.canonical = o.canonical
      AND i.position <> o.place - 1`;
}

export type MemberRow = {
  id: string;
  name: string;
  locale: string | null;
  timezone: string | null;
  tags: string[];
  fields: CustomFields;
  birthdayOn: string | null;
};

/** The editable part of these members. */
export async function loadMemberRows(db: Db, ids: readonly string[]): Promise<MemberRow[]> {
  if (ids.length === 0) return [];
  return db.$queryRaw<MemberRow[]>`
    SELECT id, name, locale, timezone, tags, fields, to_char(birthday_on, 'YYYY-MM-DD') AS "birthdayOn" FROM members
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
    INSERT INTO members (id, name, locale, timezone, tags, fields, birthday_on, source, import_id, created_at, updated_at)
    SELECT id, name, locale, timezone, tags, fields, "birthdayOn", ${origin.source}, ${origin.importId}::uuid, ${origin.now}, ${origin.now}
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS row (id uuid, name text, locale text, timezone text, tags text[], fields jsonb, "birthdayOn" date)`;
}

/** Writes the editable part of members in one statement. */
export async function updateMembers(db: Db, rows: readonly MemberRow[], now: Date): Promise<void> {
  if (rows.length === 0) return;
  await db.$executeRaw`
    UPDATE members m SET name = row.name, locale = row.locale, timezone = row.timezone, tags = row.tags,
      fields = row.fields, birthday_on = row."birthdayOn", updated_at = ${now}
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS row (id uuid, name text, locale text, timezone text, tags text[], fields jsonb, "birthdayOn" date)
    WHERE m.tenant_id = current_tenant() AND m.id = row.id`;
}
