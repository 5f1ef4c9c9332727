import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import type { DigestFrequency } from "../types";

/** How often the acting staff user gets the digest; null: not at all. */
export async function findDigest(ctx: TenantContext): Promise<DigestFrequency | null> {
  if (ctx.actor.kind !== "staff") return null;
  const { staffId } = ctx.actor;
  const chosen = await ctx.db.feedbackDigest.findFirst({ where: { staffId }, select: { frequency: true } });
  return chosen ? (chosen.frequency as DigestFrequency) : null;
}
