import { issuesOf } from "@/lib/platform/errors/zod-issues";
import { filterText } from "@/lib/segments/form-schema";
import { countFilter } from "@/lib/segments/queries/count-segment";
import { invalidInput } from "@/lib/shared/refusal";
import { answerStaff } from "../../answer-staff";

/** How many people the filter that is being built finds now. */
export const GET = answerStaff(async (ctx, query) => {
  const filter = filterText.safeParse(query.get("filter") ?? "{}");
  if (!filter.success) throw invalidInput(...issuesOf(filter.error));
  return { count: await countFilter(ctx, filter.data) };
});
