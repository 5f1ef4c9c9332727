import "server-only";
import { z } from "zod";
import { whoIsSeen } from "@/lib/members/queries/who-is-seen";
import type { TenantContext } from "@/lib/platform/context";
import { decodeCursor, type Page, pageOf } from "@/lib/platform/http/cursor";
import { authorize } from "@/lib/shared/decision";
import { canReadMessages } from "../policy";
import { pageOfReactions } from "../reactions-sql";
import type { ReactionView } from "../types";
import { findMessage } from "./find-message";

const place: z.ZodType<[number, string]> = z.tuple([z.int(), z.uuid()]);

/**
 * Who reacted to a message and how, the newest first. Who is not in the room, or not to be seen, is nobody by name (P12, P13).
 * @throws Refusal `not_found`, `not_allowed`, `not_granted`, `invalid_cursor`
 */
export async function listReactions(
  ctx: TenantContext,
  { id, limit, cursor }: { id: string; limit: number; cursor?: string | undefined },
): Promise<Page<ReactionView>> {
  const { groupId, standing } = await findMessage(ctx, id);
  authorize(canReadMessages(ctx.actor, standing));
  const [revision = 0, memberId = ""] = cursor ? decodeCursor(cursor, place) : [];
  const before = cursor ? { revision: Number(revision), memberId: String(memberId) } : null;
  const rows = await pageOfReactions(ctx.db, { messageId: id, groupId, before, limit: limit + 1 });
  const page = pageOf(rows, limit, (row) => [Number(row.revision), row.memberId]);
  const isSeen = await whoIsSeen(
    ctx,
    page.data.map((row) => row.memberId),
  );
  const isMember = ctx.actor.kind === "member";
  const data = page.data.map(({ memberId, name, isInRoom, emoji }) => {
    const isShown = isSeen(memberId) && (isInRoom || !isMember);
    return { memberId: isShown ? memberId : null, name: isShown ? name : null, emoji };
  });
  return { ...page, data };
}
