import "server-only";
import { z } from "zod";
import { renderTemplate } from "@/lib/announcements/format/merge-fields";
import { plainText } from "@/lib/announcements/format/plain-text";
import { mergeValues } from "@/lib/announcements/rules";
import { getMember } from "@/lib/members/queries/find-member";
import type { TenantContext } from "@/lib/platform/context";
import { decodeCursor, type Page, pageOf } from "@/lib/platform/http/cursor";
import { authorize } from "@/lib/shared/decision";
import { canReadTimeline } from "../policy";
import { selectTimeline, type TimelineRow } from "../timeline-sql";
import type { TimelineEntry } from "../types";

/**
 * What happened with a person, newest first; the person themself is not told the team's notes (P1).
 * @throws Refusal `not_found`, `not_allowed`, `invalid_cursor`
 */
export async function listTimeline(
  ctx: TenantContext,
  memberId: string,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<Page<TimelineEntry>> {
  const member = await getMember(ctx, memberId);
  authorize(canReadTimeline(ctx.actor, memberId));
  const place =
    cursor === undefined ? [] : decodeCursor(cursor, z.tuple([z.iso.datetime(), z.string().max(60)]));
  const [at, key] = place;
  const after = at === undefined || key === undefined ? null : { at: new Date(at), key: String(key) };
  const withNotes = ctx.actor.kind !== "member";
  const rows = await selectTimeline(ctx.db, memberId, { after, limit: limit + 1, withNotes });
  const page = pageOf(rows, limit, (row) => [row.at.toISOString(), row.key]);
  return { data: page.data.map((row) => entryOf(row, member.name)), nextCursor: page.nextCursor };
}

function entryOf({ kind, at, subjectId, text, detail }: TimelineRow, name: string): TimelineEntry {
  const isAnnouncement = kind === "announcement_got" || kind === "announcement_read";
  const words = isAnnouncement ? asGot(text ?? "", name) : text;
  return { kind, at, subjectId, text: words, detail };
}

/** The beginning of an announcement as the person got it. */
function asGot(body: string, name: string): string {
  return plainText(renderTemplate(body, mergeValues({ name, community: "" })).text);
}
