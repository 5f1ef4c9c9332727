import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import type { ConsentChannel, ConsentPurpose } from "../types";

type Refused = { channel: ConsentChannel; purpose: ConsentPurpose };

/** What a person has refused and not allowed again since: the latest word per channel and purpose stands (P16). */
export async function listRefusals(ctx: TenantContext, memberId: string): Promise<Refused[]> {
  const entries = await ctx.db.consent.findMany({
    where: { memberId },
    select: { channel: true, purpose: true, granted: true },
    distinct: ["channel", "purpose"],
    orderBy: [{ at: "desc" }, { id: "desc" }],
  });
  return entries
    .filter(({ granted }) => !granted)
    .map(({ channel, purpose }) => ({ channel, purpose }) as Refused);
}
