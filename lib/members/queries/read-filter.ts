import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { isId } from "@/lib/shared/ids";
import { findSearchCountry } from "@/lib/tenants/queries/find-search-country";
import type { ListFilter } from "../list-sql";
import { mayBePhone, readSearch } from "../search-rules";

export type MemberFilter = {
  q?: string | undefined;
  tag?: string | undefined;
  communityId?: string | undefined;
  groupId?: string | undefined;
  /** Only these people. */
  ids?: readonly string[] | undefined;
  /** Conditions on `members m` of a segment, whose asking was checked. */
  conditions?: readonly Prisma.Sql[] | undefined;
};

/** A filter of the list as its query takes it; null where it names a place that nobody can be in (T3). */
export async function readFilter(ctx: TenantContext, filter: MemberFilter): Promise<ListFilter | null> {
  const { q, tag, communityId, groupId, ids, conditions } = filter;
  if (communityId !== undefined && !isId(communityId)) return null;
  if (groupId !== undefined && !isId(groupId)) return null;
  const terms = q?.trim() ? readSearch(q, mayBePhone(q) ? await findSearchCountry(ctx) : "") : null;
  return { communityId, groupId, conditions, terms, tag: tag?.trim() || null, ...(ids && { ids }) };
}
