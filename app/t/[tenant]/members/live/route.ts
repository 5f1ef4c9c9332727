import { lineOf } from "@/lib/members/line-rules";
import { listQueryOf } from "@/lib/members/list-rules";
import { listFilteredMembers } from "@/lib/segments/queries/list-filtered-members";
import { answerStaff } from "../answer-staff";

const PAGE_SIZE = 50;

/** One page of the list for the search as one types: the query of the page itself. */
export const GET = answerStaff(async (ctx, query) => {
  const raw = Object.fromEntries(query);
  const page = { limit: PAGE_SIZE, cursor: raw.cursor, sort: "name" as const };
  const { data, nextCursor } = await listFilteredMembers(ctx, listQueryOf(raw), page);
  return { lines: data.map(lineOf), nextCursor };
});
