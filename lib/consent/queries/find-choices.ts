import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import { Refusal } from "@/lib/shared/refusal";
import { refusedNow } from "../ledger-sql";
import { type ChoosablePurpose, type ConsentChoices, SINGLE_CHANNELS } from "../types";

/**
 * By which channels the acting member gets what: the latest word per channel and purpose stands, and who never said
 * anything gets it (P16). @throws Refusal `not_allowed` for anybody who is not a member
 */
export async function findChoices(ctx: TenantContext): Promise<ConsentChoices> {
  if (ctx.actor.kind !== "member") throw new Refusal("not_allowed");
  const refused = await refusedNow(ctx.db, ctx.actor.memberId);
  const wanted = (purpose: ChoosablePurpose) =>
    SINGLE_CHANNELS.filter(
      (channel) => !refused.some((entry) => entry.channel === channel && entry.purpose === purpose),
    );
  return { announcements: wanted("announcements"), promotions: wanted("promotions") };
}
