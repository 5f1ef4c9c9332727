import "server-only";
import { getFeedItem } from "@/lib/announcements/queries/list-feed";
import { inTransaction, type TenantContext } from "@/lib/platform/context";
import { takePoint } from "@/lib/platform/rate-limit";
import { authorize } from "@/lib/shared/decision";
import { invalidInput, notFound } from "@/lib/shared/refusal";
import { announceInbox } from "../announce-inbox";
import { canWriteToHouse } from "../policy";
import type { WriteFields } from "../schema";
import { unsafeTakeMessage } from "./take-message";

const PER_MEMBER = { name: "inbox", points: 60, perSeconds: 3_600 };

/**
 * A member writes to the house (C2), if wanted in private answer to an announcement that they got (R5). The same `key` again
 * is the message that was written.
 * @throws Refusal `not_allowed`, `too_many_requests`; `invalid_input` with `unknown_id` at `occurrenceId`
 */
export async function writeToHouse(
  ctx: TenantContext,
  { body, key, occurrenceId }: WriteFields,
): Promise<{ conversationId: string }> {
  authorize(canWriteToHouse(ctx.actor));
  if (ctx.actor.kind !== "member") throw notFound();
  const { memberId } = ctx.actor;
  await takePoint(PER_MEMBER, `${ctx.tenantId}:${memberId}`);
  if (occurrenceId) await checkGot(ctx, occurrenceId);
  const message = {
    memberId,
    channel: "portal",
    body,
    key,
    at: ctx.now,
    occurrenceId: occurrenceId ?? null,
  } as const;
  const conversationId = await inTransaction(ctx, (tx) => unsafeTakeMessage(tx, message));
  announceInbox(ctx, conversationId);
  return { conversationId };
}

async function checkGot(ctx: TenantContext, occurrenceId: string): Promise<void> {
  await getFeedItem(ctx, occurrenceId).catch(() => {
    throw invalidInput({ path: "occurrenceId", code: "unknown_id" });
  });
}
