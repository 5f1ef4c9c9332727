import "server-only";
import ical, { ICalCalendarMethod } from "ical-generator";
import type { TenantContext } from "@/lib/platform/context";
import { publicUrl } from "@/lib/platform/env";
import { notFound } from "@/lib/shared/refusal";
import { findSlug } from "@/lib/tenants/queries/find-slug";
import { findBlock } from "./find-block";

const HOUR_MS = 3_600_000;

/** An event as a calendar of one entry, in UTC; without an end it takes an hour. @throws Refusal `not_found` */
export async function eventFile(ctx: TenantContext, id: string): Promise<string> {
  const { block } = await findBlock(ctx, id);
  const { content, startsAt, endsAt } = block;
  if (content.kind !== "event" || !startsAt) throw notFound();
  const calendar = ical({
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: "Aldeia", product: "eventos" },
  });
  calendar.createEvent({
    id: `${id}@aldeia`,
    start: startsAt,
    end: endsAt ?? new Date(startsAt.getTime() + HOUR_MS),
    stamp: block.openedAt,
    summary: content.title,
    location: content.place || null,
    url: `${publicUrl()}/m/${await findSlug(ctx)}`,
  });
  return calendar.toString();
}
