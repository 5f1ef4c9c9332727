import "server-only";
import { refuseBanned } from "@/lib/groups/commands/refuse-banned";
import type { TenantContext } from "@/lib/platform/context";
import { newId } from "@/lib/shared/ids";
import { insertJoinRequest } from "../invites-sql";
import type { Joined } from "../types";

type Asking = { communityId: string; groupId: string | null; memberId: string; inviteId: string | null };

/**
 * Leaves a request at the door of a place; the request bears the person's name, which is what those who decide read. Asked
 * already, it stays as it was. The caller answers for access and for who asks.
 * @throws Refusal `banned`
 */
export async function unsafeAskToJoin(
  ctx: TenantContext,
  asking: Asking,
): Promise<{ joined: Joined; isNew: boolean }> {
  await refuseBanned(ctx, asking);
  const isNew = await insertJoinRequest(ctx.db, { id: newId(), now: ctx.now, ...asking });
  const { communityId, groupId } = asking;
  return { joined: { status: "pending", communityId, groupId }, isNew };
}
