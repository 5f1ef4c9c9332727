import "server-only";
import { findPlaceStanding } from "@/lib/groups/queries/find-place-standing";
import type { TenantContext } from "@/lib/platform/context";
import { authorize } from "@/lib/shared/decision";
import { canManageInvites } from "../policy";
import type { JoinRequest } from "../types";

const MOST_REQUESTS = 200;

/** Who waits to be let into a community, oldest first. @throws Refusal `not_found`, `not_allowed`, `not_granted` */
export async function listJoinRequests(ctx: TenantContext, communityId: string): Promise<JoinRequest[]> {
  authorize(canManageInvites(ctx.actor, await findPlaceStanding(ctx, { communityId, groupId: null })));
  const requests = await ctx.db.joinRequest.findMany({
    where: { communityId, status: "pending" },
    select: { id: true, memberId: true, groupId: true, createdAt: true },
    orderBy: { createdAt: "asc" },
    take: MOST_REQUESTS,
  });
  const select = { id: true, name: true } as const;
  const memberIds = requests.map((request) => request.memberId);
  const [members, groups] = await Promise.all([
    ctx.db.member.findMany({ where: { id: { in: memberIds } }, select }),
    ctx.db.group.findMany({ where: { communityId }, select }),
  ]);
  return requests.map((request) => ({
    ...request,
    name: members.find((member) => member.id === request.memberId)?.name ?? "",
    groupName: groups.find((group) => group.id === request.groupId)?.name ?? null,
  }));
}
