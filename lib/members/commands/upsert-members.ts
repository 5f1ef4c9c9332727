import "server-only";
import { placesWithinPlan } from "@/lib/plans/plan-limits";
import { inTransaction, type TenantContext } from "@/lib/platform/context";
import { refreshStatistics } from "@/lib/platform/db/refresh-statistics";
import { authorize } from "@/lib/shared/decision";
import { newId } from "@/lib/shared/ids";
import { invalidInput } from "@/lib/shared/refusal";
import { identifierKey, type ReadIdentifier } from "../identifier-rules";
import {
  findIdentifierOwners,
  insertIdentifiers,
  insertMembers,
  loadMemberRows,
  updateMembers,
} from "../members-sql";
import { canManageMembers } from "../policy";
import type { ProfileInput, ProfileSettings } from "../profile-rules";
import { findProfileSettings } from "../queries/find-profile-settings";
import type { UpsertResult } from "../types";
import { planRows, type ReadRow, type RowPlan, readRow, type Slot, type UpsertMode } from "../upsert-rules";
import type { MemberSource } from "./create-member";

const MAX_ROWS = 100_000;
// Reading phones costs about 17 µs each: a chunk holds the event loop for some 20 ms.
const CHUNK_ROWS = 1_000;
const MAX_ATTEMPTS = 3;

export type UpsertOptions = {
  mode?: UpsertMode;
  source?: MemberSource;
  importId?: string;
  /** How numbers without a country are read, if not by the tenant's. */
  country?: string;
};
type Prepared = {
  mode: UpsertMode;
  source: MemberSource;
  importId: string | null;
  settings: ProfileSettings;
};

/**
 * Adds many people, or updates those who have one of the identifiers already. Each row gets its own outcome; a refused
 * row never fails the others. Each chunk is one transaction, or all of them the caller's if there is one.
 * @throws Refusal `not_allowed`, `invalid_input` beyond 100,000 rows.
 */
export async function upsertMembers(
  ctx: TenantContext,
  rows: readonly ProfileInput[],
  options: UpsertOptions = {},
): Promise<UpsertResult[]> {
  authorize(canManageMembers(ctx.actor));
  if (rows.length > MAX_ROWS)
    throw invalidInput({ path: "members", code: "too_big_list", params: { maximum: MAX_ROWS } });
  const settings = await findProfileSettings(ctx);
  const prepared: Prepared = {
    mode: options.mode ?? "merge",
    source: options.source ?? "import",
    importId: options.importId ?? null,
    settings: { ...settings, country: options.country ?? settings.country },
  };
  const results: UpsertResult[] = [];
  for (let start = 0; start < rows.length; start += CHUNK_ROWS) {
    const chunk = rows.slice(start, start + CHUNK_ROWS);
    const read = chunk.map((row, offset) => readRow(start + offset, row, prepared.settings));
    results.push(...(await upsertChunk(ctx, read, prepared)));
  }
  await refreshStatistics(ctx.db, results.length);
  return results;
}

async function upsertChunk(
  ctx: TenantContext,
  rows: readonly ReadRow[],
  options: Prepared,
  attempt = 1,
): Promise<UpsertResult[]> {
  const { plans, lost } = await inTransaction(ctx, (tx) => writeChunk(tx, rows, options));
  const results = plans.filter(({ index }) => !lost.has(index)).map(resultOf);
  if (lost.size === 0) return results;
  // Somebody took one of the identifiers meanwhile: those rows are decided again, now seeing who it was.
  const again = rows.filter(({ index }) => lost.has(index));
  if (attempt === MAX_ATTEMPTS)
    return inOrder([...results, ...again.map(({ index }) => refusedResult(index, "duplicate_identifier"))]);
  return inOrder([...results, ...(await upsertChunk(ctx, again, options, attempt + 1))]);
}

async function writeChunk(tx: TenantContext, rows: readonly ReadRow[], options: Prepared) {
  const identifiers = rows.flatMap((row) => ("profile" in row ? row.profile.identifiers : []));
  const planned = planRows(rows, await loadSlots(tx, identifiers), { mode: options.mode, newId });
  const plans = await refuseBeyondPlan(tx, planned);
  const slots = slotsOf(plans);
  const { source, importId } = options;
  await insertMembers(tx.db, slots.filter((slot) => slot.isNew).map(rowOf), {
    source,
    importId,
    now: tx.now,
  });
  await updateMembers(tx.db, slots.filter((slot) => !slot.isNew && slot.changed).map(rowOf), tx.now);
  return { plans, lost: await addIdentifiers(tx, slots) };
}

function slotsOf(plans: readonly RowPlan[]): Slot[] {
  return [...new Set(plans.flatMap((plan) => (plan.outcome === "refused" ? [] : [plan.slot])))];
}

/** New people beyond what the plan lets in are refused row by row; who is known already is updated all the same (B5). */
async function refuseBeyondPlan(tx: TenantContext, plans: RowPlan[]): Promise<RowPlan[]> {
  const born = slotsOf(plans).filter((slot) => slot.isNew);
  const places = born.length === 0 ? null : await placesWithinPlan(tx, "members");
  if (places === null || born.length <= places) return plans;
  const beyond = new Set(born.slice(places));
  return plans.map((plan) =>
    plan.outcome !== "refused" && beyond.has(plan.slot)
      ? { index: plan.index, outcome: "refused", code: "plan_limit_reached" }
      : plan,
  );
}

async function loadSlots(
  tx: TenantContext,
  identifiers: readonly ReadIdentifier[],
): Promise<Map<string, Slot>> {
  const owners = await findIdentifierOwners(tx.db, identifiers);
  const members = await loadMemberRows(tx.db, [...new Set(owners.map(({ memberId }) => memberId))]);
  const slots = new Map(
    members.map((member): [string, Slot] => [
      member.id,
      { ...member, isNew: false, changed: false, newIdentifiers: [], rows: [] },
    ]),
  );
  return new Map(
    owners.flatMap((owner): [string, Slot][] => {
      const slot = slots.get(owner.memberId);
      return slot ? [[identifierKey(owner), slot]] : [];
    }),
  );
}

/** Writes the new identifiers; answers the rows whose person lost one to somebody else, new people among them taken back. */
async function addIdentifiers(tx: TenantContext, slots: readonly Slot[]): Promise<Set<number>> {
  const wanted = slots.flatMap((slot) =>
    slot.newIdentifiers.map((each) => ({ ...each, id: newId(), memberId: slot.id })),
  );
  // In one order everywhere, so that two imports at once cannot wait for each other.
  wanted.sort((a, b) => (identifierKey(a) < identifierKey(b) ? -1 : 1));
  const added = new Set((await insertIdentifiers(tx.db, wanted)).map(identifierKey));
  if (added.size === wanted.length) return new Set();
  const losers = slots.filter((slot) => slot.newIdentifiers.some((each) => !added.has(identifierKey(each))));
  const unborn = losers.filter((slot) => slot.isNew).map((slot) => slot.id);
  await tx.db.member.deleteMany({ where: { id: { in: unborn } } });
  return new Set(losers.flatMap((slot) => slot.rows));
}

function rowOf({ id, name, locale, timezone, tags, fields, birthdayOn }: Slot) {
  return { id, name, locale, timezone, tags, fields, birthdayOn };
}

function resultOf(plan: RowPlan): UpsertResult {
  if (plan.outcome === "refused") return refusedResult(plan.index, plan.code);
  return { index: plan.index, outcome: plan.outcome, memberId: plan.slot.id, code: null };
}

function refusedResult(index: number, code: string): UpsertResult {
  return { index, outcome: "refused", memberId: null, code };
}

function inOrder(results: UpsertResult[]): UpsertResult[] {
  return results.sort((a, b) => a.index - b.index);
}
