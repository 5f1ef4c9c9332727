import "server-only";
import { inTransaction, type TenantContext } from "@/lib/platform/context";
import { authorize } from "@/lib/shared/decision";
import { notFound, Refusal } from "@/lib/shared/refusal";
import { canRecordConsent } from "../policy";
import { findChannelOrder } from "../queries/find-channel-order";
import { movedInOrder, wholeOrder } from "../rules";
import type { ChannelOrder, SingleChannel } from "../types";

/**
 * In which order a person would rather be told, the best first; none named is the usual order (A10).
 * @throws Refusal `not_allowed`, `not_found`
 */
export async function orderChannels(
  ctx: TenantContext,
  memberId: string,
  order: readonly SingleChannel[],
): Promise<ChannelOrder> {
  authorize(canRecordConsent(ctx.actor, memberId));
  const { count } = await ctx.db.member.updateMany({
    where: { id: memberId },
    data: { channelOrder: [...order], updatedAt: ctx.now },
  });
  if (count === 0) throw notFound();
  return { order: wholeOrder(order), chosen: order.length > 0 };
}

/** Moves a channel of the acting member a place up or down. @throws Refusal `not_allowed` for anybody who is not a member */
export async function moveChannel(
  ctx: TenantContext,
  { channel, by }: { channel: SingleChannel; by: number },
): Promise<void> {
  if (ctx.actor.kind !== "member") throw new Refusal("not_allowed");
  const { memberId } = ctx.actor;
  await inTransaction(ctx, async (tx) => {
    const { order } = await findChannelOrder(tx, memberId);
    await orderChannels(tx, memberId, movedInOrder(order, channel, by));
  });
}
