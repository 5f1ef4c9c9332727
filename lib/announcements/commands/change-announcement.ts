import "server-only";
import {
  cancelOccurrences,
  pauseOccurrence,
  resumeOccurrence,
  retractOccurrences,
} from "@/lib/delivery/commands/stop-occurrence";
import { listAdministeredCommunityIds } from "@/lib/delivery/queries/list-administered";
import { inTransaction, type TenantContext } from "@/lib/platform/context";
import { cancelJob, enqueue } from "@/lib/platform/jobs/enqueue";
import { authorize } from "@/lib/shared/decision";
import { Refusal } from "@/lib/shared/refusal";
import { announceChange } from "../announce-change";
import { senderColumns } from "../author-rules";
import { approvalHash } from "../content-hash";
import { drainJob, drainKey, startKey } from "../job-names";
import { canApprove } from "../policy";
import { getAnnouncement } from "../queries/get-announcement";
import { mayHappen, TRANSITIONS } from "../rules";
import type { Announcement } from "../types";
import { changeStatus } from "./change-status";
import { isHeld, releaseAnnouncement } from "./release-held";
import { requireSender } from "./require-sender";

type Step = (tx: TenantContext, id: string, reason: string | undefined) => Promise<unknown>;

/** What each hand-made transition does besides changing the state (A11, A14). */
const STEPS = {
  submit: (tx, id, reason) => changeStatus(tx, id, "submit", { reason }),
  approve: async (tx, id, reason) => {
    // Read inside the transaction: what the approver bound is what stands there.
    const approvedHash = approvalHash(await getAnnouncement(tx, id));
    await changeStatus(tx, id, "approve", { reason, changes: { approvedHash } });
  },
  reject: (tx, id, reason) => changeStatus(tx, id, "reject", { reason }),
  unschedule: async (tx, id, reason) => {
    await changeStatus(tx, id, "unschedule", { reason, changes: { dueAt: null, dueLocal: null } });
    await cancelJob(tx.db, startKey(id));
  },
  pause: async (tx, id, reason) => {
    await changeStatus(tx, id, "pause", { reason });
    await pauseOccurrence(tx, id);
  },
  resume: async (tx, id, reason) => {
    // One that was held before it began begins now.
    if (await isHeld(tx, id)) return await releaseAnnouncement(tx, id, tx.now);
    await changeStatus(tx, id, "resume", { reason, changes: senderColumns(tx.actor) });
    for (const occurrenceId of await resumeOccurrence(tx, id)) {
      await enqueue(tx.db, drainJob, { occurrenceId }, { key: drainKey(occurrenceId) });
    }
  },
  cancel: async (tx, id, reason) => {
    await changeStatus(tx, id, "cancel", { reason });
    await cancelJob(tx.db, startKey(id));
    await cancelOccurrences(tx, id, "cancelled");
  },
} satisfies Record<string, Step>;

export type HandMade = keyof typeof STEPS | "retract";

/** What ends or holds a sending: it goes on while the tenant is read-only. */
export const STOPPING = ["unschedule", "pause", "cancel", "retract"] as const satisfies readonly HandMade[];

/**
 * A transition that a person asks for: review, undo, pause, resume, cancel, retract.
 * @throws Refusal `not_found`, `not_allowed`, `not_granted`, `illegal_transition`.
 */
export async function changeAnnouncement(
  ctx: TenantContext,
  id: string,
  { transition, reason }: { transition: HandMade; reason?: string | undefined },
): Promise<Announcement> {
  const announcement = await requireSender(ctx, id);
  if (transition === "approve") {
    const { status: from } = announcement;
    if (!mayHappen("approve", from))
      throw new Refusal("illegal_transition", { from, to: TRANSITIONS.approve.to });
    authorize(canApprove(ctx.actor, announcement, await listAdministeredCommunityIds(ctx)));
  }
  await inTransaction(ctx, async (tx): Promise<unknown> => {
    if (transition === "retract") return await retract(tx, announcement);
    return await STEPS[transition](tx, id, reason);
  });
  announceChange(ctx, id);
  return await getAnnouncement(ctx, id);
}

/** Takes back what was sent, or stops and takes back what is being sent (A11, X8). */
async function retract(tx: TenantContext, { id, status, statusReason }: Announcement): Promise<void> {
  if (statusReason === "retracted") throw new Refusal("illegal_transition", { from: status, to: status });
  const isOpen = status === "sending" || status === "paused";
  await changeStatus(tx, id, isOpen ? "cancel" : "retract", { reason: "retracted" });
  await retractOccurrences(tx, id);
}
