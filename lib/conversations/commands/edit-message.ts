import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import { authorize } from "@/lib/shared/decision";
import { notFound, Refusal } from "@/lib/shared/refusal";
import { announceRoom } from "../announce-room";
import { changeBody } from "../log-sql";
import { canEditMessage } from "../policy";
import { findRoomStanding } from "../queries/find-room-standing";
import { EDIT_MINUTES, isEditable } from "../rules";

/**
 * Changes one's own text within 15 minutes, and marks it as edited (C1).
 * @throws Refusal `not_found`, `not_allowed`, `not_granted`, `edit_window_over`
 */
export async function editMessage(
  ctx: TenantContext,
  { id, body }: { id: string; body: string },
): Promise<void> {
  const message = await ctx.db.message.findFirst({
    where: { id },
    select: { groupId: true, authorId: true, createdAt: true, kind: true, removedAt: true },
  });
  if (!message) throw notFound();
  const standing = await findRoomStanding(ctx, message.groupId);
  authorize(canEditMessage(ctx.actor, standing, message.authorId));
  if (!isEditable(message, ctx.now)) throw new Refusal("edit_window_over", { minutes: EDIT_MINUTES });
  const count = await changeBody(ctx.db, { id, groupId: message.groupId, body, now: ctx.now });
  if (count === 0) throw new Refusal("edit_window_over", { minutes: EDIT_MINUTES });
  announceRoom(ctx, message.groupId);
}
