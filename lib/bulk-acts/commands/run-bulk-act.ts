import "server-only";
import { findStaffActor } from "@/lib/accounts/queries/find-staff-actor";
import { inTransaction, type TenantContext } from "@/lib/platform/context";
import { refreshStatistics } from "@/lib/platform/db/refresh-statistics";
import type { StaffActor } from "@/lib/shared/actor";
import { type HeldAct, holdAct, peopleOfStep, saveStep } from "../bulk-acts-sql";
import { canActInBulk } from "../policy";
import { placesOf } from "../rules";
import { changePeople } from "./change-people";

const PEOPLE_A_STEP = 1_000;

/**
 * Works an act off, or goes on with one that a crash has stopped. Each step is one transaction that also moves how far the act
 * is, under its lock: tried again or overlapping, nothing is done twice (L9). It acts as whoever started it, with what they may
 * do now; a right lost on the way stops it (R7).
 */
export async function systemRunBulkAct(ctx: TenantContext, actId: string): Promise<void> {
  let rows = 0;
  for (;;) {
    const done = await takeStep({ ...ctx, now: new Date() }, actId);
    if (done === null) break;
    rows += done;
  }
  await refreshStatistics(ctx.db, rows);
}

/** @returns how many rows were done, or null when the act is over */
function takeStep(ctx: TenantContext, actId: string): Promise<number | null> {
  return inTransaction(ctx, async (tx) => {
    const act = await holdAct(tx.db, actId);
    if (!act) return null;
    const actor = await findActor(tx, act);
    if (!actor) return await end(tx, actId, "not_allowed");
    const place = placesOf(act)[act.nextPlace];
    if (place === undefined) return await end(tx, actId, null);
    const from = act.nextPosition;
    const memberIds = await peopleOfStep(tx.db, actId, { from, most: PEOPLE_A_STEP });
    const outcomes = await changePeople({ ...tx, actor }, act, { place, memberIds });
    const isLast = from + memberIds.length > act.people;
    const next = isLast
      ? { place: act.nextPlace + 1, position: 1 }
      : { place: act.nextPlace, position: from + memberIds.length };
    await saveStep(tx.db, { actId, place: act.nextPlace, from, outcomes, next });
    return outcomes.length;
  });
}

async function findActor(tx: TenantContext, { createdBy }: HeldAct): Promise<StaffActor | null> {
  const staff =
    createdBy && (await tx.db.staff.findFirst({ where: { id: createdBy }, select: { userId: true } }));
  const actor = staff ? await findStaffActor(tx.tenantId, staff.userId) : null;
  return actor && canActInBulk(actor).ok ? actor : null;
}

async function end(tx: TenantContext, id: string, code: string | null): Promise<null> {
  await tx.db.bulkAct.updateMany({
    where: { id },
    data: { status: code ? "failed" : "done", code, finishedAt: tx.now },
  });
  return null;
}
