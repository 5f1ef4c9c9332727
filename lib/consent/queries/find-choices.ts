import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import { CHOOSABLE_PURPOSES, type ConsentChoices, type ConsentPurpose } from "../types";

/** What the acting member gets in the portal: the latest word per purpose stands; who never said anything gets it (P16). */
export async function findChoices(ctx: TenantContext): Promise<ConsentChoices> {
  const [announcements, promotions] = await Promise.all(
    CHOOSABLE_PURPOSES.map((purpose) => isGranted(ctx, purpose)),
  );
  return { announcements: announcements ?? true, promotions: promotions ?? true };
}

async function isGranted(ctx: TenantContext, purpose: ConsentPurpose): Promise<boolean> {
  if (ctx.actor.kind !== "member") return true;
  const latest = await ctx.db.consent.findFirst({
    where: { memberId: ctx.actor.memberId, purpose, channel: { in: ["all", "in_app"] } },
    select: { granted: true },
    orderBy: [{ at: "desc" }, { id: "desc" }],
  });
  return latest?.granted ?? true;
}
