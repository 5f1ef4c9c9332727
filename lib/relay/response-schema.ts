import { z } from "zod";
import { attachedMediaSchema } from "@/lib/media/schema";
import { shareUrl, TASK_STATES } from "./rules";
import type { RelayCoverage, RelayTask } from "./types";

const instant = z.iso.datetime();
const count = z.int().min(0);

export const posterSchema = z.object({ memberId: z.uuid(), name: z.string() });

/** A task as the API answers it. */
export const taskSchema = z
  .object({
    id: z.uuid(),
    announcementId: z.uuid(),
    occurrenceId: z.uuid(),
    communityId: z.uuid(),
    groupId: z.uuid(),
    communityName: z.string(),
    groupName: z.string(),
    words: z.string().meta({ description: "As it is posted, with the marks of WhatsApp" }),
    media: z
      .array(attachedMediaSchema)
      .meta({ description: "To be posted with them: `GET /media/{id}/content`" }),
    shareUrl: z.string().meta({ description: "Opens WhatsApp with the words" }),
    people: count.meta({ description: "Of the audience, in this group" }),
    state: z.enum(TASK_STATES),
    opensAt: instant,
    dueAt: instant.meta({ description: "From then on it is late" }),
    closesAt: instant.meta({ description: "From then on it is not waited for" }),
    postedAt: instant.nullable(),
    undoUntil: instant.nullable().meta({ description: "Until when the tick can be taken back" }),
    isOutdated: z.boolean().meta({ description: "Corrected since it was posted" }),
    assignee: posterSchema.nullable(),
    isMine: z.boolean(),
    remindedAt: instant.nullable(),
  })
  .meta({ id: "RelayTask" });

export const coverageSchema = z
  .object({
    occurrenceId: z.uuid(),
    groups: count,
    posted: count,
    late: count,
    people: count.meta({ description: "To be reached by hand" }),
    reached: count.meta({ description: "Of them, those in whose group it was posted" }),
    tasks: z.array(taskSchema),
  })
  .meta({ id: "RelayCoverage" });

export function answerOf(task: RelayTask): RelayTask & { shareUrl: string } {
  return { ...task, shareUrl: shareUrl(task.words) };
}

export function answerOfCoverage(coverage: RelayCoverage) {
  return { ...coverage, tasks: coverage.tasks.map(answerOf) };
}
