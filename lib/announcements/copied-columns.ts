import "server-only";
import { nullableJson } from "@/lib/platform/db/nullable-json";
import type { Announcement } from "./types";

/** What an announcement made from another one begins with: what it says, to whom, by which ways, and when it was made. */
export function copiedColumns(source: Announcement, now: Date) {
  const { communityIds, audience, kind, body, media, block, channels, grace, urgentReason, createdBy } =
    source;
  return {
    communityIds,
    audience,
    kind,
    body,
    media: nullableJson(media),
    block: nullableJson(block),
    channels,
    graceSeconds: grace,
    urgentReason,
    createdBy,
    createdAt: now,
    updatedAt: now,
  };
}
