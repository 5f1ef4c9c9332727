import "server-only";
import type { BlockOf } from "@/lib/blocks/schema";
import type { TenantContext } from "@/lib/platform/context";
import { nullableJson } from "@/lib/platform/db/nullable-json";
import { isLocale } from "@/lib/platform/i18n/locales";
import { translatorFor } from "@/lib/platform/i18n/translator";
import { enqueue } from "@/lib/platform/jobs/enqueue";
import { newId } from "@/lib/shared/ids";
import { copiedColumns } from "../copied-columns";
import { startJob, startKey } from "../job-names";
import type { Announcement } from "../types";
import { recordTransition } from "./change-status";

type Event = {
  announcement: Announcement;
  content: BlockOf<"event">;
  blockId: string;
  startsAt: Date;
};

const HOUR_MS = 3_600_000;

/**
 * Schedules what reminds those who said yes or maybe, hours before an event begins (A15). Each is an announcement like any
 * other: seen in the calendar, stopped by hand, and meant for those who still say so when it is due (A5).
 */
export async function planEventReminders(tx: TenantContext, event: Event): Promise<void> {
  const { announcement, content, blockId, startsAt } = event;
  const sender = await tx.db.announcement.findFirstOrThrow({
    where: { id: announcement.id },
    select: { scheduledByKind: true, scheduledBy: true },
  });
  const body = await wordsOf(tx, event);
  for (const hours of new Set(content.remindHours)) {
    const dueAt = new Date(startsAt.getTime() - hours * HOUR_MS);
    if (dueAt <= tx.now) continue;
    const id = newId();
    await tx.db.announcement.create({
      data: {
        id,
        ...copiedColumns(announcement, tx.now),
        audience: {
          ...announcement.audience,
          answered: { blockId, choices: ["yes", "maybe"], hasNot: false },
        },
        kind: "reminder",
        body,
        media: nullableJson(null),
        block: nullableJson(null),
        graceSeconds: Math.min(announcement.grace, hours * 3_600),
        status: "scheduled",
        dueAt,
        ...sender,
      },
      select: { id: true },
    });
    await recordTransition(tx, { id, from: "scheduled", to: "scheduled", reason: "event_reminder" });
    await enqueue(tx.db, startJob, { announcementId: id }, { runAt: dueAt, key: startKey(id) });
  }
}

/** In the language of the tenant, with the time on the clock of the event. */
async function wordsOf(tx: TenantContext, { content, startsAt }: Event): Promise<string> {
  const tenant = await tx.db.tenant.findFirstOrThrow({ select: { locale: true } });
  const locale = isLocale(tenant.locale) ? tenant.locale : tx.locale;
  const clock = { timeZone: content.timezone, dateStyle: "full", timeStyle: "short" } as const;
  return translatorFor(locale)("blocks.event.reminder", {
    title: content.title.replaceAll("*", ""),
    at: new Intl.DateTimeFormat(locale, clock).format(startsAt),
    place: content.place || "—",
    hasPlace: content.place === "" ? "no" : "yes",
  });
}
