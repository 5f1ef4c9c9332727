import "server-only";
import { ensureOwnMember } from "@/lib/communities/commands/ensure-own-member";
import { inTransaction, type TenantContext } from "@/lib/platform/context";
import { authorize } from "@/lib/shared/decision";
import { announceRoom } from "../announce-room";
import { canPostMessage } from "../policy";
import { assertMayWrite } from "../queries/assert-may-write";
import { findStandingMessage } from "../queries/find-message";
import { setReaction } from "../reactions-sql";

/**
 * Reacts to a message with one sign, in place of the one before; null takes it back (C1).
 * @throws Refusal `not_found` also for what was removed, `not_allowed`, `not_granted`, `read_only`, `silenced`
 */
export async function reactToMessage(
  ctx: TenantContext,
  { id, emoji }: { id: string; emoji: string | null },
): Promise<void> {
  const { groupId, standing } = await findStandingMessage(ctx, id);
  authorize(canPostMessage(ctx.actor, standing));
  await assertMayWrite(ctx, standing);
  const memberId = standing.memberId ?? (await inTransaction(ctx, ensureOwnMember));
  await setReaction(ctx.db, { messageId: id, groupId, memberId, emoji, now: ctx.now });
  announceRoom(ctx, groupId);
}
