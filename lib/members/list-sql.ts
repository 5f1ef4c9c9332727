import "server-only";
import type { Db } from "@/lib/platform/db/clients";
import { Prisma } from "@/lib/platform/db/generated/client";
import type { ListPlace } from "./list-rules";
import type { SearchTerms } from "./search-rules";
import { foundAmongAll, foundAmongSeen, foundAnywhere, hasTag } from "./search-sql";
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
  birthdayOn: string | null;
  createdAt: Date;
  phone: boolean;
  phoneMasked: boolean;
  details: number;
};

export type ListFilter = SeenWithin & {
  terms: SearchTerms | null;
  tag: string | null;
  /** Further conditions on `members m`, for those who may ask them; they count where tags and fields show. */
  conditions?: readonly Prisma.Sql[] | undefined;
};
type ListPage = ListPlace & { limit: number };

/** One page of the people whom a viewer may see, with what of them shows; found only by what the viewer may see (P12). */
export async function listRows(
  db: Db,
  viewer: Viewer,
  filter: ListFilter,
  page: ListPage,
): Promise<ListedRow[]> {
  const seen = seenBy(viewer, filter);
  const join = seen ? Prisma.sql`JOIN (${seen}) s ON s.member_id = m.id` : Prisma.empty;
  const shown = seen
    ? Prisma.sql`s.phone, s.phone_masked AS "phoneMasked", s.details`
    : Prisma.sql`true AS phone, false AS "phoneMasked", 3 AS details`;
  const down = page.descending ? Prisma.sql`DESC` : Prisma.empty;
  const order =
    page.sort === "name"
      ? Prisma.sql`m.search_name COLLATE "C" ${down}, m.id ${down}`
      : Prisma.sql`m.created_at ${down}, m.id ${down}`;
  const conditions = seen ? seenConditions(filter, page) : allConditions(filter, page);
  return db.$queryRaw<ListedRow[]>`
    SELECT m.id, m.name, m.search_name AS "searchName", m.locale, m.timezone, m.photo_file_id AS "photoFileId", m.tags,
      m.fields, to_char(m.birthday_on, 'YYYY-MM-DD') AS "birthdayOn", m.created_at AS "createdAt", ${shown}
    FROM members m ${join}
    WHERE m.tenant_id = current_tenant() ${Prisma.join([Prisma.empty, ...conditions], " AND ")}
    ORDER BY ${order} LIMIT ${page.limit}`;
}

/** For viewers who see everybody and everything. */
function allConditions(filter: ListFilter, page: ListPage): Prisma.Sql[] {
  const others = [
    ...membershipConditions(filter),
    ...idsCondition(filter),
    ...tagCondition(filter, false),
    ...(filter.conditions ?? []),
  ];
  return [
    ...others,
    ...(filter.terms === null ? [] : [foundAmongAll(filter.terms, page, others.length > 0)]),
    ...afterCondition(page),
  ];
}

/** For everybody else: rooms are in the query of whom they see. */
function seenConditions(filter: ListFilter, page: ListPage): Prisma.Sql[] {
  return [
    ...idsCondition(filter),
    ...tagCondition(filter, true),
    ...whereTagsShow(filter.conditions ?? []),
    ...(filter.terms === null ? [] : [foundAmongSeen(filter.terms)]),
    ...afterCondition(page),
  ];
}

/** Everybody whom a list would show, as a query of `(id, search_name)`. */
export function selectedRows(viewer: Viewer, filter: ListFilter): Prisma.Sql {
  const seen = seenBy(viewer, filter);
  const join = seen ? Prisma.sql`JOIN (${seen}) s ON s.member_id = m.id` : Prisma.empty;
  const others = [
    ...(seen ? [] : membershipConditions(filter)),
    ...idsCondition(filter),
    ...tagCondition(filter, seen !== null),
    ...(seen ? whereTagsShow(filter.conditions ?? []) : (filter.conditions ?? [])),
  ];
  const found =
    filter.terms === null ? [] : [seen ? foundAmongSeen(filter.terms) : foundAnywhere(filter.terms)];
  return Prisma.sql`SELECT m.id, m.search_name FROM members m ${join}
    WHERE m.tenant_id = current_tenant() ${Prisma.join([Prisma.empty, ...others, ...found], " AND ")}`;
}

/** How many people whom a viewer may see meet all conditions. */
export async function countRows(db: Db, viewer: Viewer, conditions: readonly Prisma.Sql[]): Promise<number> {
  const seen = seenBy(viewer);
  const join = seen ? Prisma.sql`JOIN (${seen}) s ON s.member_id = m.id` : Prisma.empty;
  const all = seen ? whereTagsShow(conditions) : [...conditions];
  // The tenant as a question asked once: reading everybody, the setting would be read for each row.
  const [row] = await db.$queryRaw<{ n: number }[]>`
    SELECT count(*)::int AS n FROM members m ${join}
    WHERE m.tenant_id = (SELECT current_tenant()) ${Prisma.join([Prisma.empty, ...all], " AND ")}`;
  return row?.n ?? 0;
}

/** How many a query of people finds. */
export async function countSelected(db: Db, selected: Prisma.Sql): Promise<number> {
  const [row] = await db.$queryRaw<{ n: number }[]>`SELECT count(*)::int AS n FROM (${selected}) found`;
  return row?.n ?? 0;
}

function tagCondition({ tag }: ListFilter, whereItShows: boolean): Prisma.Sql[] {
  if (tag === null) return [];
  return [whereItShows ? Prisma.sql`s.details >= 1 AND ${hasTag(tag)}` : hasTag(tag)];
}

function whereTagsShow(conditions: readonly Prisma.Sql[]): Prisma.Sql[] {
  return conditions.length === 0 ? [] : [Prisma.sql`s.details >= 1`, ...conditions];
}

function idsCondition({ ids }: ListFilter): Prisma.Sql[] {
  return ids ? [Prisma.sql`m.id = ANY (${[...ids]}::uuid[])`] : [];
}

function membershipConditions({ communityId, groupId }: SeenWithin): Prisma.Sql[] {
  const inCommunity = Prisma.sql`EXISTS (SELECT 1 FROM community_members c WHERE c.tenant_id = current_tenant()
    AND c.community_id = ${communityId ?? null}::uuid AND c.member_id = m.id)`;
  const inGroup = Prisma.sql`EXISTS (SELECT 1 FROM group_members g WHERE g.tenant_id = current_tenant()
    AND g.group_id = ${groupId ?? null}::uuid AND g.member_id = m.id)`;
  return [...(communityId ? [inCommunity] : []), ...(groupId ? [inGroup] : [])];
}

function afterCondition(page: ListPage): Prisma.Sql[] {
  if (page.after === null) return [];
  const beyond = page.descending ? Prisma.sql`<` : Prisma.sql`>`;
  if (page.sort === "name")
    return [
      Prisma.sql`(m.search_name COLLATE "C", m.id) ${beyond} (${page.after.name}::text COLLATE "C", ${page.after.id}::uuid)`,
    ];
  return [
    Prisma.sql`(m.created_at, m.id) ${beyond} (${page.after.createdAt}::timestamptz, ${page.after.id}::uuid)`,
  ];
}
