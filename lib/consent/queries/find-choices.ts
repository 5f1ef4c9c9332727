import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import { Refusal } from "@/lib/shared/refusal";
import { wordsNow } from "../ledger-sql";
import { type ChoosablePurpose, type ConsentChoices, NEEDS_YES, SINGLE_CHANNELS } from "../types";

/**
 * By which channels the acting member gets what: the latest word per channel and purpose stands, and who never said
 * anything gets it, but by channels that need a yes (P16). @throws Refusal `not_allowed` for anybody who is not a member
 */
export async function findChoices(ctx: TenantContext): Promise<ConsentChoices> {
  if (ctx.actor.kind !== "member") throw new Refusal("not_allowed");
  const words = await wordsNow(ctx.db, ctx.actor.memberId);
  const wanted = (purpose: ChoosablePurpose) =>
    SINGLE_CHANNELS.filter((channel) => {
      const word = words.find((entry) => entry.channel === channel && entry.purpose === purpose);
      return word ? word.granted : !NEEDS_YES.includes(channel);
    });
  return { announcements: wanted("announcements"), promotions: wanted("promotions") };
}
