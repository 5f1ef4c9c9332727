import "server-only";
import type { SearchTerms } from "@/lib/members/search-rules";
import { Prisma } from "@/lib/platform/db/generated/client";
import type { FieldTest, SegmentFilter } from "./schema";

/** The conditions of a filter on `members m`; all of them hold. `terms`: what `q` was read as. */
export function conditionsOf(filter: SegmentFilter, terms: SearchTerms | null, now: Date): Prisma.Sql[] {
  const one = <T>(value: T | undefined, of: (value: T) => Prisma.Sql) =>
    value === undefined ? [] : [of(value)];
  const tagsAll = [...(filter.tagsAll ?? []), ...(filter.tag ? [filter.tag] : [])];
  return [
    ...(terms ? [found(terms)] : []),
    ...tagsAll.map((tag) => hasTag([tag])),
    ...one(filter.tagsAny, hasTag),
    ...one(filter.tagsNone, (tags) => Prisma.sql`NOT ${hasTag(tags)}`),
    ...one(filter.communityId, (id) => inCommunity([id])),
    ...one(filter.communityIds, inCommunity),
    ...one(filter.notCommunityIds, (ids) => Prisma.sql`NOT ${inCommunity(ids)}`),
    ...one(filter.groupId, (id) => inGroup([id])),
    ...one(filter.groupIds, inGroup),
    ...one(filter.notGroupIds, (ids) => Prisma.sql`NOT ${inGroup(ids)}`),
    ...one(
      filter.role,
      (role) => Prisma.sql`EXISTS (SELECT FROM community_members c
      WHERE c.tenant_id = current_tenant() AND c.member_id = m.id AND c.role = ${role})`,
    ),
    ...one(filter.addedAfter, (day) => Prisma.sql`m.created_at >= ${new Date(day)}`),
    ...one(filter.addedBefore, (day) => Prisma.sql`m.created_at < ${new Date(day)}`),
    ...one(
      filter.addedWithinDays,
      (days) => Prisma.sql`m.created_at >= ${new Date(now.getTime() - days * 86_400_000)}`,
    ),
    ...one(
      filter.locale,
      (locale) => Prisma.sql`(m.locale = ${locale} OR starts_with(m.locale, ${`${locale}-`}))`,
    ),
    ...(filter.has ?? []).map(hasContact),
    ...(filter.lacks ?? []).map((contact) => Prisma.sql`NOT ${hasContact(contact)}`),
    ...one(filter.consent, consented),
    ...(filter.fields ?? []).map(fieldHolds),
  ];
}

function found({ words, tag, digits, contact }: SearchTerms): Prisma.Sql {
  return Prisma.sql`m.id = ANY (ARRAY(SELECT search_members(${words}::text[], ${tag}, ${digits}::text[], ${contact}::text,
    'newest', true, NULL::text, NULL::timestamptz, NULL::uuid, NULL::int)))`;
}

function hasTag(tags: readonly string[]): Prisma.Sql {
  return Prisma.sql`EXISTS (SELECT FROM member_tags t WHERE t.tenant_id = current_tenant() AND t.member_id = m.id
    AND t.token = ANY (ARRAY(SELECT tag_token(tag) FROM unnest(${[...tags]}::text[]) AS tag)))`;
}

function inCommunity(ids: readonly string[]): Prisma.Sql {
  return Prisma.sql`EXISTS (SELECT FROM community_members c WHERE c.tenant_id = current_tenant()
    AND c.community_id = ANY (${[...ids]}::uuid[]) AND c.member_id = m.id)`;
}

function inGroup(ids: readonly string[]): Prisma.Sql {
  return Prisma.sql`EXISTS (SELECT FROM group_members g WHERE g.tenant_id = current_tenant()
    AND g.group_id = ANY (${[...ids]}::uuid[]) AND g.member_id = m.id)`;
}

function hasContact(contact: "email" | "phone" | "account"): Prisma.Sql {
  if (contact === "account") return Prisma.sql`m.user_id IS NOT NULL`;
  return Prisma.sql`EXISTS (SELECT FROM identifiers i WHERE i.tenant_id = (SELECT current_tenant()) AND i.member_id = m.id
    AND i.kind = ${contact})`;
}

/** The last word of each person is found for all at once: asked one by one, 100,000 people took a second. */
function consented({ channel, purpose, said }: NonNullable<SegmentFilter["consent"]>): Prisma.Sql {
  const words = Prisma.sql`FROM consents c WHERE c.tenant_id = (SELECT current_tenant())
    AND c.purpose = ${purpose} AND c.channel IN (${channel}, 'all')`;
  if (said === "nothing") return Prisma.sql`NOT EXISTS (SELECT ${words} AND c.member_id = m.id)`;
  const wanted = said === "yes" ? Prisma.sql`granted` : Prisma.sql`NOT granted`;
  return Prisma.sql`m.id IN (SELECT member_id FROM (
      SELECT DISTINCT ON (c.member_id) c.member_id, c.granted ${words} ORDER BY c.member_id, c.at DESC, c.id DESC) last
    WHERE ${wanted})`;
}

/** A value under the key that was typed as text compares with the same number; what is missing is neither more nor less. */
function fieldHolds({ key, test, value }: FieldTest): Prisma.Sql {
  const text = Prisma.sql`(m.fields ->> ${key})`;
  const number = Prisma.sql`(CASE WHEN ${text} ~ '^-?[0-9]{1,15}([.][0-9]{1,10})?$' THEN ${text}::numeric END)`;
  const asked = String(value);
  const isNumber = typeof value === "number" || /^-?\d{1,15}(?:\.\d{1,10})?$/u.test(asked);
  const compare = (operator: Prisma.Sql) =>
    isNumber
      ? Prisma.sql`coalesce(${number} ${operator} ${asked}::numeric, false)`
      : Prisma.sql`coalesce(${text} ${operator} ${asked}, false)`;
  switch (test) {
    case "is_set":
      return Prisma.sql`coalesce(${text}, '') <> ''`;
    case "is_not_set":
      return Prisma.sql`coalesce(${text}, '') = ''`;
    case "is":
      return Prisma.sql`coalesce(fold(${text}) = fold(${asked}), false)`;
    case "is_not":
      return Prisma.sql`coalesce(fold(${text}) <> fold(${asked}), true)`;
    case "contains":
      return Prisma.sql`coalesce(fold(${text}) LIKE '%' || like_escape(fold(${asked})) || '%', false)`;
    case "at_least":
      return compare(Prisma.sql`>=`);
    case "at_most":
      return compare(Prisma.sql`<=`);
  }
}
