import "server-only";
import { takeLink } from "@/lib/links/commands/take-link";
import { inTransaction, type TenantContext } from "@/lib/platform/context";
import { authorize } from "@/lib/shared/decision";
import { Refusal } from "@/lib/shared/refusal";
import { announceRoom } from "../announce-room";
import { changeBody } from "../log-sql";
import { mentionsOf, replaceMentions } from "../mentions-sql";
import { canEditMessage } from "../policy";
import { assertMayWrite } from "../queries/assert-may-write";
import { findMessage } from "../queries/find-message";
import { readMentions } from "../queries/read-mentions";
import { EDIT_MINUTES, isEditable } from "../rules";
import type { EditMessageFields } from "../schema";
import { orderPreview } from "./order-preview";

/**
 * Changes one's own text within 15 minutes, and marks it as edited (C1).
 * @throws Refusal `not_found`, `not_allowed`, `not_granted`, `read_only`, `silenced`, `word_refused`, `edit_window_over`; `invalid_input` with `unknown_id` at
 * `mentions`
 */
export async function editMessage(
  ctx: TenantContext,
  { id, body: said, mentions: calls }: { id: string } & EditMessageFields,
): Promise<void> {
  const message = await findMessage(ctx, id);
  const { groupId, standing } = message;
  authorize(canEditMessage(ctx.actor, standing, message.authorId));
  await assertMayWrite(ctx, standing, said);
  if (!isEditable(message, ctx.now)) throw new Refusal("edit_window_over", { minutes: EDIT_MINUTES });
  const { body, mentions } = await readMentions(ctx, {
    groupId,
    body: said,
    mentions: calls ?? (await stillHere(ctx, id)),
  });
  const link = await takeLink(ctx, body);
  await inTransaction(ctx, async (tx) => {
    const count = await changeBody(tx.db, { id, groupId, body, link, now: tx.now });
    if (count === 0) throw new Refusal("edit_window_over", { minutes: EDIT_MINUTES });
    await replaceMentions(tx.db, { messageId: id, groupId, memberIds: mentions });
    await orderPreview(tx, link);
  });
  announceRoom(ctx, groupId);
}

/** Whom it called before and who is in the room: they stay called where the new words name them. */
async function stillHere(ctx: TenantContext, id: string): Promise<string[]> {
  const rows = await mentionsOf(ctx.db, [id]);
  return rows.filter(({ isInRoom }) => isInRoom).map(({ memberId }) => memberId);
}
