import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import { notFound, Refusal } from "@/lib/shared/refusal";
import { type PostingRules, postingRules } from "../care-sql";
import { canModerate } from "../policy";
import type { RoomStanding } from "../types";
import { refusedWordIn } from "../word-rules";

/**
 * What a room that is open asks of this writer: archived it is there to read (H6), and who was silenced waits; those who look
 * after it are not held up (C4). @throws Refusal `not_found`, `read_only`, `silenced`, `word_refused`
 */
export async function assertMayWrite(
  ctx: TenantContext,
  standing: RoomStanding,
  body = "",
): Promise<Pick<PostingRules, "slowSeconds">> {
  const { groupId, memberId } = standing;
  const rules = await postingRules(ctx.db, { groupId, memberId });
  if (!rules) throw notFound();
  if (rules.isArchived) throw new Refusal("read_only");
  if (canModerate(ctx.actor, standing).ok) return { slowSeconds: 0 };
  if (rules.silencedUntil && rules.silencedUntil > ctx.now)
    throw new Refusal("silenced", { until: rules.silencedUntil.toISOString() });
  const word = refusedWordIn(body, rules.refusedWords);
  if (word) throw new Refusal("word_refused", { word });
  return { slowSeconds: rules.slowSeconds };
}
