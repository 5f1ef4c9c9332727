import "server-only";
import { z } from "zod";
import { viewMembers } from "@/lib/members/queries/list-members";
import type { TenantContext } from "@/lib/platform/context";
import { decodeCursor, type Page, pageOf } from "@/lib/platform/http/cursor";
import { authorize } from "@/lib/shared/decision";
import { openReports } from "../care-sql";
import { messagesById } from "../messages-sql";
import { canModerate } from "../policy";
import type { ReportView, RoomRules, SilenceView } from "../types";
import { findRoomStanding } from "./find-room-standing";
import { viewsOf } from "./message-view";

const place: z.ZodType<[string]> = z.tuple([z.uuid()]);
const MOST_SILENCES = 500;

type Wanted = { groupId: string; limit: number; cursor?: string | undefined };

/**
 * What is reported in a room and waits for a decision, with why; who reported stays theirs (C4).
 * @throws Refusal `not_found`, `not_allowed`, `not_granted`, `invalid_cursor`
 */
export async function listReports(
  ctx: TenantContext,
  { groupId, limit, cursor }: Wanted,
): Promise<Page<ReportView>> {
  authorize(canModerate(ctx.actor, await findRoomStanding(ctx, groupId)));
  const after = cursor ? String(decodeCursor(cursor, place)[0]) : null;
  const rows = await openReports(ctx.db, { groupId, after, limit: limit + 1 });
  const page = pageOf(rows, limit, ({ messageId }) => [messageId]);
  const messages = await messagesById(
    ctx.db,
    page.data.map(({ messageId }) => messageId),
  );
  const views = await viewsOf(ctx, groupId, messages);
  const data = page.data.flatMap(({ messageId, count, reasons, firstAt }) => {
    const message = views.find(({ id }) => id === messageId);
    return message ? [{ message, count, reasons, firstAt: firstAt.toISOString() }] : [];
  });
  return { ...page, data };
}

/** Who may not write in a room for now, and until when. @throws Refusal `not_found`, `not_allowed`, `not_granted` */
export async function listSilences(ctx: TenantContext, groupId: string): Promise<SilenceView[]> {
  authorize(canModerate(ctx.actor, await findRoomStanding(ctx, groupId)));
  const rows = await ctx.db.roomSilence.findMany({
    where: { groupId, until: { gt: ctx.now } },
    select: { memberId: true, until: true },
    orderBy: { until: "asc" },
    take: MOST_SILENCES,
  });
  const people = await viewMembers(
    ctx,
    rows.map(({ memberId }) => memberId),
  );
  return rows.flatMap(({ memberId, until }) => {
    const person = people.get(memberId);
    return person ? [{ memberId, name: person.name, until: until.toISOString() }] : [];
  });
}

/** What those who look after a room have set: how long each waits between two messages, and the words it takes no message with. @throws Refusal `not_found`, `not_allowed`, `not_granted` */
export async function getRoomRules(ctx: TenantContext, groupId: string): Promise<RoomRules> {
  authorize(canModerate(ctx.actor, await findRoomStanding(ctx, groupId)));
  const group = await ctx.db.group.findFirst({
    where: { id: groupId },
    select: { slowSeconds: true, refusedWords: true },
  });
  return group ?? { slowSeconds: 0, refusedWords: [] };
}
