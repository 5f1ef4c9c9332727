import type { BlockContent } from "@/lib/blocks/schema";
import { invalidInput } from "@/lib/shared/refusal";
import { blockOverProblems, blockTimeProblems } from "./block-times";
import type { ScheduleChoice } from "./types";

/** That the times of a block can be understood and suit the schedule. @throws Refusal `invalid_input` at the part of `block` */
export function checkBlock(block: BlockContent | null, schedule: ScheduleChoice): void {
  const problems = blockTimeProblems(block, schedule);
  if (problems.length > 0) throw invalidInput(...problems);
}

/** The same, and that it is still open when the sending begins. */
export function checkBlockAhead(
  block: BlockContent | null,
  { schedule, dueAt }: { schedule: ScheduleChoice; dueAt: Date },
): void {
  checkBlock(block, schedule);
  const problems = blockOverProblems(block, dueAt);
  if (problems.length > 0) throw invalidInput(...problems);
}
