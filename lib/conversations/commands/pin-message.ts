import "server-only";
import { ensureOwnMember } from "@/lib/communities/commands/ensure-own-member";
import { inTransaction, type TenantContext } from "@/lib/platform/context";
import { authorize } from "@/lib/shared/decision";
import { announceRoom } from "../announce-room";
import { setPin } from "../log-sql";
import { canModerate } from "../policy";
import { assertMayWrite } from "../queries/assert-may-write";
import { findStandingMessage } from "../queries/find-message";
import { MOST_PINS } from "../rules";

/**
 * Puts a message at the top of its room, or takes it from there: for admins of the room or community and staff who look after
 * conversations (C1, R4). One more than there is room for takes the place of the oldest.
 * @throws Refusal `not_found` also for what was removed, `not_allowed`, `not_granted`, `read_only`
 */
export async function pinMessage(
  ctx: TenantContext,
  { id, pinned }: { id: string; pinned: boolean },
): Promise<void> {
  const { groupId, standing } = await findStandingMessage(ctx, id);
  authorize(canModerate(ctx.actor, standing));
  await assertMayWrite(ctx, standing);
  await inTransaction(ctx, async (tx) => {
    const pinnedBy = pinned ? await ensureOwnMember(tx) : null;
    await setPin(tx.db, { id, groupId, pinnedBy, mostPins: MOST_PINS, now: tx.now });
  });
  announceRoom(ctx, groupId);
}
