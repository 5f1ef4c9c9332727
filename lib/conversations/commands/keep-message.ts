import "server-only";
import { resolveMedia, showMedia } from "@/lib/media/commands/show-media";
import type { MediaChoice } from "@/lib/media/schema";
import { inTransaction, type TenantContext } from "@/lib/platform/context";
import { violatedUnique } from "@/lib/platform/db/constraint";
import { enqueue } from "@/lib/platform/jobs/enqueue";
import { Refusal } from "@/lib/shared/refusal";
import { takeTurn } from "../care-sql";
import { tellMentionsJob } from "../job-names";
import { insertMessage, type NewMessage } from "../log-sql";
import { orderPreview } from "./order-preview";

type Keeping = { slowSeconds: number; media: readonly MediaChoice[] | null };

/**
 * Keeps a message once: null when it is new, the one of before when its author has used the key already.
 * @throws Refusal `slow_mode`; `invalid_input` as `resolveMedia` does
 */
export async function keepMessage(
  ctx: TenantContext,
  message: NewMessage,
  keeping: Keeping,
): Promise<{ id: string } | null> {
  const isPlain =
    keeping.slowSeconds === 0 &&
    keeping.media === null &&
    message.link === null &&
    message.mentions.length === 0;
  // Who sends again what is there already is not told to wait for it.
  const known = isPlain ? null : await postedUnder(ctx, message);
  if (known) return known;
  try {
    if (isPlain) await insertMessage(ctx.db, message);
    else await keepInTurn(ctx, message, keeping);
    return null;
  } catch (error) {
    const before = violatedUnique(error) ? await postedUnder(ctx, message) : null;
    if (!before) throw error;
    return before;
  }
}

async function postedUnder(
  ctx: TenantContext,
  { groupId, authorId, key }: NewMessage,
): Promise<{ id: string } | null> {
  if (key === null) return null;
  return ctx.db.message.findFirst({ where: { groupId, authorId, clientKey: key }, select: { id: true } });
}

async function keepInTurn(
  ctx: TenantContext,
  message: NewMessage,
  { slowSeconds, media: choices }: Keeping,
): Promise<void> {
  const { id, groupId, authorId: memberId } = message;
  await inTransaction(ctx, async (tx) => {
    const seconds =
      slowSeconds > 0 ? await takeTurn(tx.db, { groupId, memberId, slowSeconds, now: tx.now }) : 0;
    if (seconds > 0) throw new Refusal("slow_mode", { seconds });
    const media = await resolveMedia(tx, choices, { areWordsOptional: true });
    await insertMessage(tx.db, { ...message, media });
    await showMedia(tx, { kind: "message", id }, media);
    await orderPreview(tx, message.link);
    if (message.mentions.length > 0) await enqueue(tx.db, tellMentionsJob, { messageId: id });
  });
}
