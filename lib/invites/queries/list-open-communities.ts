import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import { isInSight } from "@/lib/shared/actor";
import { openCommunities } from "../invites-sql";
import type { OpenCommunity } from "../types";

/** The communities that the acting member may go into without an invite; none for everybody else (H7). */
export async function listOpenCommunities(ctx: TenantContext): Promise<OpenCommunity[]> {
  if (ctx.actor.kind !== "member") return [];
  const communities = await openCommunities(ctx.db, ctx.actor.memberId);
  return communities.filter(({ id }) => isInSight(ctx.actor, id));
}
