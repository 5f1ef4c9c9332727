import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import { Refusal } from "@/lib/shared/refusal";
import { addressOf } from "../link-token";
import { isFeedOwner } from "../policy";
import type { CalendarLink } from "../types";

/** The acting staff user's own address; null when there is none, or none that can be read again. Never another's. @throws Refusal `not_allowed` */
export async function getCalendarLink(ctx: TenantContext): Promise<CalendarLink | null> {
  const { actor, tenantId } = ctx;
  if (!isFeedOwner(actor)) throw new Refusal("not_allowed");
  const row = await ctx.db.calendarLink.findFirst({
    where: { staffId: actor.staffId },
    select: { token: true, createdAt: true, readAt: true },
  });
  if (!row) return null;
  const { token, ...times } = row;
  const url = addressOf(tenantId, actor.staffId, token);
  return url === null ? null : { url, ...times };
}
