import "server-only";
import { ensureOwnMember } from "@/lib/communities/commands/ensure-own-member";
import { inTransaction, type TenantContext } from "@/lib/platform/context";
import { authorize } from "@/lib/shared/decision";
import { newId } from "@/lib/shared/ids";
import { invalidInput, Refusal } from "@/lib/shared/refusal";
import { canPostFor, canPostMessage } from "../policy";
import { findRoomStanding } from "../queries/find-room-standing";
import type { PostMessageFields } from "../schema";

/**
 * Posts in a room, as oneself; through a key of those who manage members also for another member of the room.
 * @throws Refusal `not_found`, `not_allowed`, `not_granted`, `not_a_member`, `read_only`;
 * `invalid_input` with `unknown_id` at `replyTo` or `authorId`
 */
export async function postMessage(
  ctx: TenantContext,
  { groupId, body, replyTo, authorId }: PostMessageFields & { groupId: string },
): Promise<{ id: string }> {
  const standing = await findRoomStanding(ctx, groupId);
  authorize(canPostMessage(ctx.actor, standing));
  const group = await ctx.db.group.findFirst({ where: { id: groupId }, select: { archivedAt: true } });
  if (group?.archivedAt) throw new Refusal("read_only");
  if (replyTo) await checkReply(ctx, groupId, replyTo);
  const id = newId();
  await inTransaction(ctx, async (tx) => {
    const isOther = authorId !== undefined && authorId !== standing.memberId;
    const author = isOther ? await authorFor(tx, groupId, authorId) : await ensureOwnMember(tx);
    await tx.db.message.create({
      data: { id, groupId, authorId: author, body, replyTo: replyTo ?? null, createdAt: tx.now },
      select: { id: true },
    });
  });
  return { id };
}

async function checkReply(ctx: TenantContext, groupId: string, replyTo: string): Promise<void> {
  const known = await ctx.db.message.findFirst({ where: { id: replyTo, groupId }, select: { id: true } });
  if (!known) throw invalidInput({ path: "replyTo", code: "unknown_id" });
}

async function authorFor(ctx: TenantContext, groupId: string, memberId: string): Promise<string> {
  authorize(canPostFor(ctx.actor));
  const member = await ctx.db.member.findFirst({ where: { id: memberId }, select: { id: true } });
  if (!member) throw invalidInput({ path: "authorId", code: "unknown_id" });
  const seat = await ctx.db.groupMember.findFirst({ where: { groupId, memberId }, select: { role: true } });
  if (!seat) throw new Refusal("not_a_member");
  return memberId;
}
