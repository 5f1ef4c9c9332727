import "server-only";
import { findStaffActor } from "@/lib/accounts/queries/find-staff-actor";
import { listCalendar } from "@/lib/announcements/queries/list-calendar";
import { hashToken, tenantOfToken } from "@/lib/platform/auth/tokens";
import type { TenantContext } from "@/lib/platform/context";
import { tenantClient } from "@/lib/platform/db/clients";
import { isLocale } from "@/lib/platform/i18n/locales";
import { DAY_MS } from "@/lib/shared/days";
import { Refusal } from "@/lib/shared/refusal";
import { canHaveFeed } from "../policy";
import { writeIcs } from "../write-ics";

const DAYS_BACK = 30;
const DAYS_AHEAD = 365;
const SAME_HOUR_MS = 3_600_000;

/**
 * The feed of a secret address as a calendar file: what its owner may see at this moment, asked as that person (R7). Null when
 * the address is none, or its owner has no such right any more.
 */
export async function readFeed(token: string, now: Date): Promise<string | null> {
  const ctx = await ownerOf(token, now);
  if (!ctx || !canHaveFeed(ctx.actor).ok) return null;
  const tenant = await ctx.db.tenant.findFirst({
    select: { slug: true, name: true, timezone: true, locale: true },
  });
  if (!tenant) return null;
  try {
    const entries = await listCalendar(ctx, {
      // Whole days: the file is the same until something in it changes.
      from: dayFrom(now, -DAYS_BACK),
      to: dayFrom(now, DAYS_AHEAD),
    });
    return writeIcs(entries, { ...tenant, locale: isLocale(tenant.locale) ? tenant.locale : "pt-BR" });
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

async function ownerOf(token: string, now: Date): Promise<TenantContext | null> {
  const tenantId = tenantOfToken(token);
  if (!tenantId) return null;
  const db = tenantClient(tenantId);
  const link = await db.calendarLink.findFirst({
    where: { tokenHash: hashToken(token) },
    select: { staffId: true, readAt: true },
  });
  const staff = link && (await db.staff.findFirst({ where: { id: link.staffId }, select: { userId: true } }));
  const actor = staff && (await findStaffActor(tenantId, staff.userId));
  if (!link || !actor) return null;
  if (!link.readAt || now.getTime() - link.readAt.getTime() > SAME_HOUR_MS)
    await db.calendarLink.updateMany({ where: { staffId: link.staffId }, data: { readAt: now } });
  return { tenantId, actor, db, now, locale: "pt-BR", ip: null };
}

function dayFrom(now: Date, days: number): Date {
  return new Date(Math.floor(now.getTime() / DAY_MS + days) * DAY_MS);
}
