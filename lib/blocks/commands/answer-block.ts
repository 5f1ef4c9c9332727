import "server-only";
import { sendFeedback } from "@/lib/feedback/commands/send-feedback";
import { inTransaction, type TenantContext } from "@/lib/platform/context";
import { invalidInput, notFound, Refusal } from "@/lib/shared/refusal";
import { countSeats, keepAnswer, lockBlock } from "../block-sql";
import { requireReceived } from "../queries/find-block";
import { answerProblems, isOpen } from "../rules";
import type { AnswerInput, BlockOf } from "../schema";
import { newTicket } from "../ticket";
import type { Block } from "../types";

/**
 * Answers the block of an announcement that one got, or changes the answer while it is open: a vote, a yes to an event, an
 * entry in a giveaway, a press of a button, or words and a score, which become feedback (F1) and are given once.
 * @throws Refusal `not_found`, `not_allowed` (no recipient), `invalid_input`, `block_closed`, `event_full`, `already_answered`
 */
export async function answerBlock(ctx: TenantContext, id: string, answer: AnswerInput): Promise<void> {
  const { block, communityIds, memberId } = await requireReceived(ctx, id);
  const problems = answerProblems(block.content, answer);
  if (problems.length > 0) throw invalidInput(...problems);
  await inTransaction(ctx, async (tx) => {
    await hold(tx, block);
    if (block.content.kind === "feedback")
      return await keepFeedback(tx, { block, content: block.content, memberId, answer, communityIds });
    if (answer.choices.includes("yes")) await takeSeat(tx, block, memberId);
    await keepAnswer(tx.db, {
      blockId: id,
      memberId,
      choices: [...new Set(answer.choices)].sort(),
      ticket: block.kind === "giveaway" ? newTicket() : null,
      now: tx.now,
    });
  });
}

/** Takes one's answer back while the block is open; none there changes nothing. @throws Refusal `not_found`, `not_allowed`, `block_closed` */
export async function withdrawAnswer(ctx: TenantContext, id: string): Promise<void> {
  const { block, memberId } = await requireReceived(ctx, id);
  if (block.kind === "feedback") throw new Refusal("not_allowed");
  await inTransaction(ctx, async (tx) => {
    await hold(tx, block);
    await tx.db.blockAnswer.deleteMany({ where: { blockId: id, memberId } });
  });
}

/** Held against closing; where seats are few also against others who take one. */
async function hold(tx: TenantContext, { id, content }: Block): Promise<void> {
  const isScarce = content.kind === "event" && content.seats !== null;
  const locked = await lockBlock(tx.db, id, isScarce ? "update" : "share");
  if (!locked) throw notFound();
  if (!isOpen(locked, tx.now)) throw new Refusal("block_closed");
}

async function takeSeat(tx: TenantContext, { id, content }: Block, memberId: string): Promise<void> {
  if (content.kind !== "event" || content.seats === null) return;
  if ((await countSeats(tx.db, id, memberId)) >= content.seats)
    throw new Refusal("event_full", { seats: content.seats });
}

type Said = {
  block: Block;
  content: BlockOf<"feedback">;
  memberId: string;
  answer: AnswerInput;
  communityIds: readonly string[];
};

async function keepFeedback(tx: TenantContext, { block, content, memberId, answer, communityIds }: Said) {
  const known = await tx.db.blockAnswer.count({ where: { blockId: block.id, memberId } });
  if (known > 0) throw new Refusal("already_answered");
  const own = await tx.db.communityMember.findFirst({
    where: { memberId, communityId: { in: [...communityIds] } },
    select: { communityId: true },
  });
  const said = {
    kind: content.feedbackKind,
    title: content.question,
    body: answer.body,
    score: answer.score,
    ...(content.score !== "none" && { scale: content.score }),
    communityId: own?.communityId ?? null,
  };
  const { id: feedbackId } = await sendFeedback(tx, said, "announcement");
  await tx.db.blockAnswer.create({
    data: {
      blockId: block.id,
      memberId,
      choices: [],
      score: answer.score,
      feedbackId,
      answeredAt: tx.now,
      changedAt: tx.now,
    },
    select: { blockId: true },
  });
}
