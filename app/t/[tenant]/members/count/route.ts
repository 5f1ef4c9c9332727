import { listQueryOf } from "@/lib/members/list-rules";
import { countFilteredMembers } from "@/lib/segments/queries/list-filtered-members";
import { answerStaff } from "../answer-staff";

/** How many people the filters of the list find now. */
export const GET = answerStaff(async (ctx, query) => ({
  count: await countFilteredMembers(ctx, listQueryOf(Object.fromEntries(query))),
}));
