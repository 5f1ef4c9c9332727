import "server-only";
import { mayBePhone, readSearch } from "@/lib/members/search-rules";
import type { TenantContext } from "@/lib/platform/context";
import { Prisma } from "@/lib/platform/db/generated/client";
import { findSearchCountry } from "@/lib/tenants/queries/find-search-country";
import { conditionsOf } from "../condition-sql";
import type { SegmentFilter } from "../schema";

/** The conditions of a filter on `members m`, for the lists and acts of other nouns. */
export async function segmentConditions(ctx: TenantContext, filter: SegmentFilter): Promise<Prisma.Sql[]> {
  const { q } = filter;
  const terms = q === undefined ? null : readSearch(q, mayBePhone(q) ? await findSearchCountry(ctx) : "");
  return conditionsOf(filter, terms, ctx.now);
}

/** The people of a filter as a query of their ids, of everybody in the tenant: whom an announcement is for. */
export async function segmentMembersSql(ctx: TenantContext, filter: SegmentFilter): Promise<Prisma.Sql> {
  const conditions = await segmentConditions(ctx, filter);
  return Prisma.sql`SELECT m.id AS member_id FROM members m
    WHERE m.tenant_id = current_tenant() ${Prisma.join([Prisma.empty, ...conditions], " AND ")}`;
}
