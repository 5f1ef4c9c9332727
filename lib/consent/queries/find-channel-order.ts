import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import { authorize } from "@/lib/shared/decision";
import { notFound } from "@/lib/shared/refusal";
import { canReadConsents } from "../policy";
import { wholeOrder } from "../rules";
import { type ChannelOrder, SINGLE_CHANNELS } from "../types";

/**
 * In which order a person is reached (A10): the first channel of it that a sending uses, that reaches them and that they
 * did not refuse. @throws Refusal `not_allowed`, `not_found`
 */
export async function findChannelOrder(ctx: TenantContext, memberId: string): Promise<ChannelOrder> {
  authorize(canReadConsents(ctx.actor, memberId));
  const member = await ctx.db.member.findFirst({ where: { id: memberId }, select: { channelOrder: true } });
  if (!member) throw notFound();
  const named = SINGLE_CHANNELS.filter((channel) => member.channelOrder.includes(channel));
  named.sort((one, other) => member.channelOrder.indexOf(one) - member.channelOrder.indexOf(other));
  return { order: wholeOrder(named), chosen: named.length > 0 };
}
