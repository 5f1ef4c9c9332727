import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import { isInSight } from "@/lib/shared/actor";
import { isId } from "@/lib/shared/ids";
import { notFound } from "@/lib/shared/refusal";
import type { Standing } from "@/lib/tenants/policy";
import { ownMemberId } from "../actor-rules";
import type { MembershipRole } from "../types";

/** The actor's own role in a community, for the policies. @throws Refusal `not_found` for an unknown community */
export async function findStanding(ctx: TenantContext, communityId: string): Promise<Standing> {
  if (!isId(communityId)) throw notFound();
  const memberId = ownMemberId(ctx.actor);
  const [community, membership] = await Promise.all([
    ctx.db.community.findFirst({ where: { id: communityId }, select: { id: true } }),
    memberId &&
      ctx.db.communityMember.findFirst({ where: { communityId, memberId }, select: { role: true } }),
  ]);
  if (!community || !isInSight(ctx.actor, communityId)) throw notFound();
  return { communityId, role: membership ? (membership.role as MembershipRole) : null };
}
