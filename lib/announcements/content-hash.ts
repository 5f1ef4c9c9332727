import { createHash } from "node:crypto";
import type { Announcement, ScheduleChoice } from "./types";

type Approved = Pick<
  Announcement,
  | "body"
  | "kind"
  | "urgentReason"
  | "communityIds"
  | "audience"
  | "channels"
  | "media"
  | "block"
  | "evergreen"
  | "schedule"
>;

/** What an approval is bound to (A19): content, audience and time. Any change of these makes another hash. */
export function approvalHash(
  announcement: Approved,
  schedule: ScheduleChoice = announcement.schedule,
): string {
  const { body, kind, urgentReason, communityIds, audience, channels, media, block } = announcement;
  const { mode, localTime, timezone, rrule } = schedule;
  // Absent where it is not asked for: what was approved before there was such a thing stays approved.
  const businessHours = schedule.businessHours || undefined;
  const evergreen = announcement.evergreen ?? undefined;
  const approved = { body, kind, urgentReason, communityIds, audience, channels, media, block, evergreen };
  return createHash("sha256")
    .update(canonical({ ...approved, schedule: { mode, localTime, timezone, rrule, businessHours } }))
    .digest("hex");
}

/** The same text for the same value: keys in order, what is undefined left out. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (value === null || typeof value !== "object") return JSON.stringify(value ?? null);
  const parts = Object.entries(value)
    .filter(([, part]) => part !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, part]) => `${JSON.stringify(key)}:${canonical(part)}`);
  return `{${parts.join()}}`;
}
