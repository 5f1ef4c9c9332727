import "server-only";
import { z } from "zod";
import { viewMembers } from "@/lib/members/queries/list-members";
import type { TenantContext } from "@/lib/platform/context";
import { decodeCursor, type Page, pageOf } from "@/lib/platform/http/cursor";
import { staffNamesOf } from "@/lib/privacy/queries/staff-names";
import { authorize } from "@/lib/shared/decision";
import { type ConversationRecord, countUpTo, selectConversations, type Wanted } from "../list-sql";
import { canUseInbox, inboxReach } from "../policy";
import { INBOX_VIEWS, type InboxView } from "../rules";
import type { ConversationRow, InboxChannel, Label } from "../types";

export type InboxFilter = {
  view?: InboxView | undefined;
  labelId?: string | undefined;
  channel?: InboxChannel | undefined;
  memberId?: string | undefined;
};

const place = z.tuple([z.string(), z.int(), z.uuid()]);

/** The conversations of a view that the actor answers, a page at a time. @throws Refusal `not_allowed`, `invalid_cursor` */
export async function listConversations(
  ctx: TenantContext,
  { view, ...filter }: InboxFilter,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<Page<ConversationRow>> {
  authorize(canUseInbox(ctx.actor));
  const after = cursor === undefined ? null : placeOf(cursor, view);
  const wanted = { ...wantedBy(ctx, view ?? null), ...filter };
  const records = await selectConversations(ctx.db, wanted, { after, limit: limit + 1 });
  const { data, nextCursor } = pageOf(records, limit, ({ sortedAt, id }) => [
    view ?? "",
    sortedAt.getTime(),
    id,
  ]);
  return { data: await rowsOf(ctx, data), nextCursor };
}

/** One conversation in the same shape; its caller has found it. Null: it is gone. */
export async function findConversationRow(ctx: TenantContext, id: string): Promise<ConversationRow | null> {
  const wanted = { ...wantedBy(ctx, null), id };
  const records = await selectConversations(ctx.db, wanted, { after: null, limit: 1 });
  return (await rowsOf(ctx, records))[0] ?? null;
}

/** From here on a number says no more than that it is large, and costs the same. */
const MOST_COUNTED = 100;
const COUNTED: readonly InboxView[] = ["open", "mine", "unassigned", "overdue", "tasks"];

/** How many wait in each view, as far as a hundred. @throws Refusal `not_allowed` */
export async function countViews(ctx: TenantContext): Promise<Partial<Record<InboxView, number>>> {
  authorize(canUseInbox(ctx.actor));
  const views = INBOX_VIEWS.filter((view) => COUNTED.includes(view));
  const wanted = views.map((view) => wantedBy(ctx, view));
  const counts = await countUpTo(ctx.db, wanted, MOST_COUNTED);
  return Object.fromEntries(views.map((view, index) => [view, counts[index] ?? 0]));
}

function wantedBy({ actor, now }: TenantContext, view: InboxView | null): Wanted {
  return { view, now, staffId: actor.kind === "staff" ? actor.staffId : null, reach: inboxReach(actor) };
}

/** A place is one of the view that it was made in. */
function placeOf(cursor: string, view: InboxView | undefined) {
  const shape = place.refine(([of]) => of === (view ?? "")) as unknown as z.ZodType<(string | number)[]>;
  const [, ms = 0, id = ""] = decodeCursor(cursor, shape);
  return { at: new Date(Number(ms)), id: String(id) };
}

async function rowsOf(
  ctx: TenantContext,
  records: readonly ConversationRecord[],
): Promise<ConversationRow[]> {
  const [people, staff, labels] = await Promise.all([
    viewMembers(
      ctx,
      records.map(({ memberId }) => memberId),
    ),
    staffNamesOf(
      ctx,
      records.flatMap(({ assigneeId }) => assigneeId ?? []),
    ),
    labelsOf(
      ctx,
      records.map(({ id }) => id),
    ),
  ]);
  return records.map(({ sortedAt: _, lastWords, ...record }) => ({
    ...record,
    memberName: people.get(record.memberId)?.name ?? null,
    photoFileId: people.get(record.memberId)?.photoFileId ?? null,
    assigneeName: record.assigneeId ? (staff.get(record.assigneeId) ?? null) : null,
    labels: labels.get(record.id) ?? [],
    lastWords: lastWords ?? "",
  }));
}

async function labelsOf(ctx: TenantContext, ids: readonly string[]): Promise<Map<string, Label[]>> {
  const rows = await ctx.db.$queryRaw<(Label & { conversationId: string })[]>`
    SELECT x.conversation_id AS "conversationId", l.id, l.name FROM inbox_labelled x
    JOIN inbox_labels l ON l.tenant_id = x.tenant_id AND l.id = x.label_id
    WHERE x.tenant_id = current_tenant() AND x.conversation_id = ANY (${[...ids]}::uuid[]) ORDER BY l.name, l.id`;
  const labels = new Map<string, Label[]>();
  for (const { conversationId, ...label } of rows)
    labels.set(conversationId, [...(labels.get(conversationId) ?? []), label]);
  return labels;
}
