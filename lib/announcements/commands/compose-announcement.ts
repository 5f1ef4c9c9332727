import "server-only";
import { inTransaction, type TenantContext } from "@/lib/platform/context";
import { Refusal } from "@/lib/shared/refusal";
import type { ComposeInput } from "../compose-schema";
import type { ScheduleChoice } from "../types";
import { createAnnouncement } from "./create-announcement";
import { scheduleAnnouncement, sendAnnouncement } from "./schedule-announcement";
import { updateAnnouncement } from "./update-announcement";

/** Seconds in which a sending from the composer can be undone (A7). */
const UNDO_SECONDS = 30;

/**
 * What the composer does on submit, whole or not at all: keep the draft, and send or schedule it if asked. A refused
 * sending leaves no second draft behind.
 * @throws Refusal as creating, updating and scheduling do.
 */
export async function composeAnnouncement(ctx: TenantContext, input: ComposeInput): Promise<string> {
  const { id, version, intent, confirmPeople, ...content } = input;
  return await inFormPaths(() =>
    inTransaction(ctx, async (tx) => {
      const draft = id
        ? await updateAnnouncement(tx, id, { ...content, version })
        : await createAnnouncement(tx, { ...content, grace: 21_600 });
      if (intent === "draft") return draft.id;
      await plan(tx, draft.id, { schedule: content.schedule, confirmPeople });
      return draft.id;
    }),
  );
}

/** The fields of the form are flat: errors go to the field that was typed in. */
async function inFormPaths<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof Refusal) || error.issues.length === 0) throw error;
    const issues = error.issues.map((issue) => ({ ...issue, path: formPath(issue.path) }));
    throw new Refusal(error.code, error.params, issues);
  }
}

function formPath(path: string): string {
  if (path.startsWith("communityIds")) return "communityId";
  return path.replace(/^(?:schedule|audience)\.(?:exclude\.)?/u, "").replace(/\.\d+$/u, "");
}

type Planning = { schedule: ScheduleChoice; confirmPeople: number | undefined };

async function plan(tx: TenantContext, id: string, { schedule, confirmPeople }: Planning): Promise<void> {
  if (schedule.mode === "now") await sendAnnouncement(tx, id, { confirmPeople, undoSeconds: UNDO_SECONDS });
  else await scheduleAnnouncement(tx, id, { confirmPeople });
}
