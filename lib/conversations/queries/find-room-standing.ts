import "server-only";
import { ownMemberId } from "@/lib/communities/actor-rules";
import { findGroupStanding } from "@/lib/groups/queries/find-group-standing";
import type { TenantContext } from "@/lib/platform/context";
import { isId } from "@/lib/shared/ids";
import { notFound } from "@/lib/shared/refusal";
import type { RoomStanding } from "../types";

/** The actor's standing in a room, for the policies. @throws Refusal `not_found` for an unknown room */
export async function findRoomStanding(ctx: TenantContext, groupId: string): Promise<RoomStanding> {
  if (!isId(groupId)) throw notFound();
  return { ...(await findGroupStanding(ctx, groupId)), memberId: ownMemberId(ctx.actor) };
}
