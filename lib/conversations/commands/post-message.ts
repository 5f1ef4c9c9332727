import "server-only";
import { ensureOwnMember } from "@/lib/communities/commands/ensure-own-member";
import { takeLink } from "@/lib/links/commands/take-link";
import type { MediaChoice } from "@/lib/media/schema";
import { inTransaction, type TenantContext } from "@/lib/platform/context";
import { authorize } from "@/lib/shared/decision";
import { newId } from "@/lib/shared/ids";
import { invalidInput, Refusal } from "@/lib/shared/refusal";
import { announceRoom } from "../announce-room";
import { canPostFor, canPostMessage } from "../policy";
import { assertMayWrite } from "../queries/assert-may-write";
import { findRoomStanding } from "../queries/find-room-standing";
import { readMentions } from "../queries/read-mentions";
import type { PostMessageFields } from "../schema";
import type { RoomStanding } from "../types";
import { keepMessage } from "./keep-message";

/**
 * Posts in a room, as oneself; through a key of those who manage members also for another member of the room. With a `key`
 * that the author has used in the room already it is the message of that time: a double click or a retry posts once (C3).
 * @throws Refusal `not_found`, `not_allowed`, `not_granted`, `not_a_member`, `read_only`, `silenced`, `slow_mode`, `word_refused`;
 * `invalid_input` with `unknown_id` at `replyTo`, `authorId` or `mentions`, and as `resolveMedia` does
 */
export async function postMessage(
  ctx: TenantContext,
  {
    groupId,
    body: said,
    mentions: calls,
    media = null,
    replyTo,
    authorId: forId,
    key,
  }: PostMessageFields & { groupId: string },
): Promise<{ id: string }> {
  const standing = await findRoomStanding(ctx, groupId);
  authorize(canPostMessage(ctx.actor, standing));
  const { slowSeconds } = await assertMayWrite(ctx, standing, saidIn(said, media));
  if (replyTo) await checkReply(ctx, groupId, replyTo);
  const authorId = await authorOf(ctx, standing, forId);
  const { body, mentions } = await readMentions(ctx, { groupId, body: said, mentions: calls });
  const byTeam = forId === undefined && ctx.actor.kind === "staff" && standing.groupRole === null;
  const message = {
    id: newId(),
    groupId,
    authorId,
    byTeam,
    body,
    kind: media ? "media" : "text",
    media: null,
    link: await takeLink(ctx, body),
    mentions,
    replyTo: replyTo ?? null,
    key: key ?? null,
    createdAt: ctx.now,
  } as const;
  const postedBefore = await keepMessage(ctx, message, { slowSeconds, media });
  if (postedBefore) return postedBefore;
  announceRoom(ctx, groupId);
  return { id: message.id };
}

/** All the words of a message: those for what it shows are as little free of the room's rules as the others. */
function saidIn(body: string, media: readonly MediaChoice[] | null): string {
  return [body, ...(media ?? []).map(({ alt }) => alt)].join("\n");
}

async function checkReply(ctx: TenantContext, groupId: string, replyTo: string): Promise<void> {
  const known = await ctx.db.message.findFirst({ where: { id: replyTo, groupId }, select: { id: true } });
  if (!known) throw invalidInput({ path: "replyTo", code: "unknown_id" });
}

/** Oneself, who as staff gets a member record with the first message; or whom the key writes for. */
function authorOf(ctx: TenantContext, { groupId, memberId }: RoomStanding, forId?: string): Promise<string> {
  if (forId !== undefined && forId !== memberId) return authorFor(ctx, groupId, forId);
  return memberId === null ? inTransaction(ctx, ensureOwnMember) : Promise.resolve(memberId);
}

async function authorFor(ctx: TenantContext, groupId: string, memberId: string): Promise<string> {
  authorize(canPostFor(ctx.actor));
  const member = await ctx.db.member.findFirst({ where: { id: memberId }, select: { id: true } });
  if (!member) throw invalidInput({ path: "authorId", code: "unknown_id" });
  const seat = await ctx.db.groupMember.findFirst({ where: { groupId, memberId }, select: { role: true } });
  if (!seat) throw new Refusal("not_a_member");
  return memberId;
}
