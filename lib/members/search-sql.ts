import "server-only";
import { Prisma } from "@/lib/platform/db/generated/client";
import type { ListPlace } from "./list-rules";
import type { SearchTerms } from "./search-rules";

// The greatest code point: every text that begins with p is at least p and less than p followed by it. Plain comparison
// of "C" texts is leakproof, so that these ranges use their index under row-level security.
const LAST = "\u{10FFFF}";

/**
 * A search among everybody of the tenant, by the function that may ask the indexes of parts. Without other filters it
 * answers little more than the page needs.
 */
export function foundAmongAll(
  { words, tag, digits, contact }: SearchTerms,
  page: ListPlace & { limit: number },
  hasOtherFilters: boolean,
): Prisma.Sql {
  const most = hasOtherFilters ? null : page.limit;
  const name = page.sort === "name" ? (page.after?.name ?? null) : null;
  const at = page.sort === "newest" ? (page.after?.createdAt ?? null) : null;
  return Prisma.sql`m.id = ANY (ARRAY(SELECT search_members(${words}::text[], ${tag}, ${digits}::text[], ${contact}::text,
    ${page.sort}, ${page.descending}::boolean, ${name}::text, ${at}::timestamptz, ${page.after?.id ?? null}::uuid,
    ${most}::int)))`;
}

/** The same without a page: everybody whom it finds. */
export function foundAnywhere(terms: SearchTerms): Prisma.Sql {
  const everything = { sort: "newest", descending: true, after: null, limit: 1 } as const;
  return foundAmongAll(terms, everything, true);
}

/**
 * The same search among the people `m` whom a viewer sees as `s`: each way counts only where they see the field that it
 * reads (P12). Nobody else is looked at, so that not even the time it takes tells of others.
 */
export function foundAmongSeen(terms: SearchTerms): Prisma.Sql {
  const { words, tag, digits, contact } = terms;
  const ways = [
    ...(words.length > 0 ? [Prisma.join(words.map(nameHas), " AND ", "(", ")")] : []),
    Prisma.sql`(s.details >= 1 AND ${tagBegins(tag)})`,
    ...(digits.length > 0 ? [Prisma.sql`(s.phone AND ${phoneHas(digits)})`] : []),
    ...(contact === null ? [] : [Prisma.sql`(s.details >= 2 AND ${contactHas(contact)})`]),
  ];
  return Prisma.join(ways, " OR ", "(", ")");
}

/** Whether `m` has exactly this tag, whatever its case and accents. */
export function hasTag(tag: string): Prisma.Sql {
  return Prisma.sql`EXISTS (SELECT FROM member_tags t WHERE t.tenant_id = current_tenant()
    AND t.token = tag_token(${tag}) AND t.member_id = m.id)`;
}

function nameHas(word: string): Prisma.Sql {
  const anywhere = Prisma.sql`m.search_name LIKE '%' || like_escape(fold(${word})) || '%'`;
  if ([...word].length >= 3 || /[^\p{Script=Latin}\d]/u.test(word)) return anywhere;
  return Prisma.sql`(m.search_name LIKE like_escape(fold(${word})) || '%'
    OR m.search_name LIKE '% ' || like_escape(fold(${word})) || '%')`;
}

function tagBegins(start: string): Prisma.Sql {
  return Prisma.sql`EXISTS (SELECT FROM member_tags t WHERE t.tenant_id = current_tenant() AND t.member_id = m.id
    AND t.token >= fold(${start}) AND t.token < fold(${start}) || ${LAST})`;
}

function phoneHas(digits: readonly string[]): Prisma.Sql {
  const has = digits.map((part) => Prisma.sql`i.sought LIKE ${`%${part}%`}`);
  return Prisma.sql`EXISTS (SELECT FROM identifiers i WHERE i.tenant_id = current_tenant() AND i.member_id = m.id
    AND i.kind = 'phone' AND (${Prisma.join(has, " OR ")}))`;
}

function contactHas(part: string): Prisma.Sql {
  return Prisma.sql`EXISTS (SELECT FROM identifiers i WHERE i.tenant_id = current_tenant() AND i.member_id = m.id
    AND i.kind IN ('email', 'username') AND i.sought LIKE '%' || like_escape(lower(${part})) || '%')`;
}
