import "server-only";
import { listMembers } from "@/lib/members/queries/list-members";
import type { TenantContext } from "@/lib/platform/context";
import { authorize } from "@/lib/shared/decision";
import { canPostMessage } from "../policy";
import { findRoomStanding } from "./find-room-standing";

const MOST_CHOICES = 6;

/**
 * Whom one may call in a room by what is typed of their name: those in it whom one sees, found only by what one sees (P12).
 * @throws Refusal `not_found`, `not_allowed`, `not_granted`
 */
export async function listCallable(
  ctx: TenantContext,
  { groupId, q }: { groupId: string; q: string },
): Promise<{ id: string; name: string }[]> {
  authorize(canPostMessage(ctx.actor, await findRoomStanding(ctx, groupId)));
  const { data } = await listMembers(ctx, { groupId, q }, { limit: MOST_CHOICES, sort: "name" });
  return data.map(({ id, name }) => ({ id, name }));
}
