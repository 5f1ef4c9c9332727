import "server-only";
import type { Db } from "@/lib/platform/db/clients";
import { Prisma } from "@/lib/platform/db/generated/client";
import type { SearchTerms } from "./search-rules";
import type { CustomFields } from "./types";
import type { Viewer } from "./visibility/types";
import { type SeenWithin, seenBy } from "./visibility-sql";

export type ListedRow = {
  id: string;
  name: string;
  searchName: string;
  locale: string | null;
  timezone: string | null;
  photoFileId: string | null;
  tags: string[];
  fields: CustomFields;
  createdAt: Date;
  phone: boolean;
  phoneMasked: boolean;
  details: number;
};

export type ListFilter = SeenWithin & {
  terms: SearchTerms | null;
  tag: string | null;
  /** Only these people. */
  ids?: readonly string[];
};
export type ListPlace =
  | { sort: "name"; after: { name: string; id: string } | null }
  | { sort: "newest"; after: { createdAt: Date; id: string } | null };

// The greatest code point: every text that begins with p is at least p and less than p followed by it. Plain comparison
// of "C" texts is leakproof, so these ranges use their index under row-level security.
const LAST = "\u{10FFFF}";

/** One page of the people whom a viewer may see, with what of them shows; found only by what the viewer may see (P12). */
export async function listRows(
  db: Db,
  viewer: Viewer,
  filter: ListFilter,
  page: ListPlace & { limit: number },
): Promise<ListedRow[]> {
  const seen = seenBy(viewer, filter);
  const join = seen ? Prisma.sql`JOIN (${seen}) s ON s.member_id = m.id` : Prisma.empty;
  const shown = seen
    ? Prisma.sql`s.phone, s.phone_masked AS "phoneMasked", s.details`
    : Prisma.sql`true AS phone, false AS "phoneMasked", 3 AS details`;
  const conditions = [
    Prisma.sql`m.tenant_id = current_tenant()`,
    ...(seen ? [] : membershipConditions(filter)),
    ...(filter.ids ? [Prisma.sql`m.id = ANY (${[...filter.ids]}::uuid[])`] : []),
    ...(filter.tag === null ? [] : [tagCondition(filter.tag, seen !== null)]),
    ...(filter.terms === null ? [] : [searchCondition(filter.terms, seen !== null)]),
    ...afterCondition(page),
  ];
  const order =
    page.sort === "name"
      ? Prisma.sql`m.search_name COLLATE "C", m.id`
      : Prisma.sql`m.created_at DESC, m.id DESC`;
  return db.$queryRaw<ListedRow[]>`
    SELECT m.id, m.name, m.search_name AS "searchName", m.locale, m.timezone, m.photo_file_id AS "photoFileId", m.tags,
      m.fields, m.created_at AS "createdAt", ${shown}
    FROM members m ${join}
    WHERE ${Prisma.join(conditions, " AND ")}
    ORDER BY ${order} LIMIT ${page.limit}`;
}

function membershipConditions({ communityId, groupId }: SeenWithin): Prisma.Sql[] {
  const inCommunity = Prisma.sql`EXISTS (SELECT 1 FROM community_members c WHERE c.tenant_id = current_tenant()
    AND c.community_id = ${communityId ?? null}::uuid AND c.member_id = m.id)`;
  const inGroup = Prisma.sql`EXISTS (SELECT 1 FROM group_members g WHERE g.tenant_id = current_tenant()
    AND g.group_id = ${groupId ?? null}::uuid AND g.member_id = m.id)`;
  return [...(communityId ? [inCommunity] : []), ...(groupId ? [inGroup] : [])];
}

function afterCondition(page: ListPlace): Prisma.Sql[] {
  if (page.after === null) return [];
  if (page.sort === "name")
    return [
      Prisma.sql`(m.search_name COLLATE "C", m.id) > (${page.after.name}::text COLLATE "C", ${page.after.id}::uuid)`,
    ];
  return [Prisma.sql`(m.created_at, m.id) < (${page.after.createdAt}::timestamptz, ${page.after.id}::uuid)`];
}

function tagCondition(tag: string, restricted: boolean): Prisma.Sql {
  const mayFind = restricted ? Prisma.sql`s.details >= 1 AND` : Prisma.empty;
  return Prisma.sql`${mayFind} m.id IN (SELECT t.member_id FROM member_tokens t
    WHERE t.tenant_id = current_tenant() AND t.kind = 'tag' AND t.token = left(fold(${tag}), 100))`;
}

/** Each way to find somebody counts only where the viewer sees that field of them. */
function searchCondition(terms: SearchTerms, restricted: boolean): Prisma.Sql {
  const when = (needs: Prisma.Sql, found: Prisma.Sql) =>
    restricted ? Prisma.sql`(${needs} AND ${found})` : found;
  const ways = [
    ...(terms.words.length > 0 ? [Prisma.join(terms.words.map(nameCondition), " AND ", "(", ")")] : []),
    when(Prisma.sql`s.details >= 1`, tokenCondition("tag", terms.tag)),
    ...terms.phoneStarts.map((start) =>
      when(
        Prisma.sql`s.phone`,
        Prisma.sql`m.id IN (SELECT i.member_id FROM identifiers i
        WHERE i.tenant_id = current_tenant() AND i.kind = 'phone' AND i.canonical >= ${start} AND i.canonical < ${start + LAST})`,
      ),
    ),
    ...(terms.phoneEnds === null ? [] : [when(Prisma.sql`s.phone`, suffixCondition(terms.phoneEnds))]),
    ...(terms.contact === null ? [] : [when(Prisma.sql`s.details >= 2`, contactCondition(terms.contact))]),
  ];
  return Prisma.join(ways, " OR ", "(", ")");
}

function nameCondition(word: string): Prisma.Sql {
  return tokenCondition("name", word);
}

function tokenCondition(kind: "name" | "tag", start: string): Prisma.Sql {
  return Prisma.sql`m.id IN (SELECT t.member_id FROM member_tokens t WHERE t.tenant_id = current_tenant()
    AND t.kind = ${kind} AND t.token >= fold(${start}) AND t.token < fold(${start}) || ${LAST})`;
}

function suffixCondition(digits: string): Prisma.Sql {
  const start = [...digits].reverse().join("");
  return Prisma.sql`m.id IN (SELECT i.member_id FROM identifiers i WHERE i.tenant_id = current_tenant()
    AND i.kind = 'phone' AND i.reversed >= ${start} AND i.reversed < ${start + LAST})`;
}

function contactCondition(start: string): Prisma.Sql {
  return Prisma.sql`m.id IN (SELECT i.member_id FROM identifiers i WHERE i.tenant_id = current_tenant()
    AND i.kind IN ('email', 'username') AND i.canonical >= ${start} AND i.canonical < ${start + LAST})`;
}
