import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import { BOARD_STATUSES } from "../rules";
import type { FeedbackRow, FeedbackStatus } from "../types";
import { countByStatus, type FeedbackFilter, listFeedback } from "./list-feedback";
import { withNames } from "./list-feedback-rows";

/** As many as one looks through in a column; the list has the others. */
const IN_COLUMN = 25;

export type BoardColumn = { status: FeedbackStatus; count: number; rows: FeedbackRow[] };

/**
 * A column for each state but merged, with how many are in it and the newest of them, what is overdue first.
 * @throws Refusal `not_allowed`
 */
export async function listBoard(
  ctx: TenantContext,
  filter: Pick<FeedbackFilter, "kind" | "communityId">,
): Promise<BoardColumn[]> {
  const [counts, ...pages] = await Promise.all([
    countByStatus(ctx, filter),
    ...BOARD_STATUSES.map((status) => listFeedback(ctx, { ...filter, status }, { limit: IN_COLUMN })),
  ]);
  const rows = await withNames(
    ctx,
    pages.flatMap(({ data }) => data),
  );
  return BOARD_STATUSES.map((status) => ({
    status,
    count: counts.get(status) ?? 0,
    rows: rows.filter((row) => row.status === status).sort((a, b) => Number(b.overdue) - Number(a.overdue)),
  }));
}
