import "server-only";
import { recordAudit } from "@/lib/audit/commands/record-audit";
import { unsafeCountOut } from "@/lib/communities/commands/count-out";
import { unsafeLockCommunity } from "@/lib/communities/commands/lock-community";
import { recordConsent } from "@/lib/consent/commands/record-consent";
import { listRefusals } from "@/lib/consent/queries/list-refusals";
import { canManageMembers } from "@/lib/members/policy";
import { MOST_IDENTIFIERS, MOST_TAGS } from "@/lib/members/schema";
import { inTransaction, type TenantContext } from "@/lib/platform/context";
import { toJson } from "@/lib/platform/db/json";
import { authorize } from "@/lib/shared/decision";
import { isId, newId } from "@/lib/shared/ids";
import { invalidInput, notFound } from "@/lib/shared/refusal";
import {
  countVotes,
  dropVotes,
  isAnyBanned,
  lockPeople,
  moveReferences,
  type Pair,
  seatsOf,
  twinsOf,
} from "../merge-sql";
import { findProfile } from "../queries/find-profile";
import { mergeProfiles } from "../rules";
import { mergeSeats } from "../seats-sql";
import type { KeptSeat, MergedProfile } from "../types";

/**
 * Makes two records of one person one: identifiers, seats, messages, feedback, notes, tags and fields of the one that goes
 * are of the one that stays; what either refused stays refused (P16). All or nothing, and undone by `undoMerge` (X20).
 * @returns the merge
 * @throws Refusal `not_found`, `not_allowed`, `invalid_input` at `memberId`: `unknown_id`, `same_person`, `one_is_banned`,
 * `too_many_identifiers`, `too_many_tags`
 */
export async function mergeMembers(ctx: TenantContext, pair: Pair): Promise<{ id: string }> {
  authorize(canManageMembers(ctx.actor));
  if (pair.intoId === pair.fromId) throw invalidInput({ path: "memberId", code: "same_person" });
  if (!isId(pair.fromId)) throw invalidInput({ path: "memberId", code: "unknown_id" });
  return inTransaction(ctx, async (tx) => {
    const seats = await holdPair(tx, pair);
    if (await isAnyBanned(tx.db, pair)) throw invalidInput({ path: "memberId", code: "one_is_banned" });
    const [stays, goes] = [await findProfile(tx, pair.intoId), await findProfile(tx, pair.fromId)];
    const profile = mergeProfiles(stays, goes);
    await assertFits(tx, pair, profile);
    const refused = await listRefusals(tx, pair.fromId);
    const twins = await twinsOf(tx.db, pair);
    await leaveOneSeat(tx, pair, seats);
    const moved = await moveReferences(tx.db, pair);
    await dropVotes(tx.db, pair.fromId);
    await countVotes(tx.db, twins.votes, -1);
    await tx.db.member.deleteMany({ where: { id: pair.fromId } });
    await tx.db.member.updateMany({ where: { id: pair.intoId }, data: dataOf(profile, tx.now) });
    for (const { channel, purpose } of refused)
      await recordConsent(tx, pair.intoId, { channel, purpose, granted: false, source: "merge" });
    const id = newId();
    const kept = toJson({ ...twins, seats, moved, before: stays });
    const from = { fromId: pair.fromId, fromName: goes.name };
    await tx.db.memberMerge.create({
      data: { id, intoId: pair.intoId, ...from, kept, mergedAt: tx.now },
      select: { id: true },
    });
    await recordAudit(tx, {
      action: "member.merged",
      subjectKind: "member",
      subjectId: pair.intoId,
      details: { mergedId: pair.fromId, mergeId: id },
    });
    return { id };
  });
}

/** Communities before people, as whoever brings somebody in does: the other way round both would wait. */
async function holdPair(tx: TenantContext, pair: Pair): Promise<KeptSeat[]> {
  const held = new Set<string>();
  for (const { communityId, groupId } of await seatsOf(tx.db, pair)) {
    if (groupId !== null) continue;
    await unsafeLockCommunity(tx, communityId);
    held.add(communityId);
  }
  const known = await lockPeople(tx.db, pair);
  if (!known.includes(pair.intoId)) throw notFound();
  if (!known.includes(pair.fromId)) throw invalidInput({ path: "memberId", code: "unknown_id" });
  // Nobody can bring either of them in anywhere now; where that happened just before, the community is held late.
  const seats = await seatsOf(tx.db, pair);
  for (const { communityId, groupId } of seats)
    if (groupId === null && !held.has(communityId)) await unsafeLockCommunity(tx, communityId);
  return seats;
}

async function assertFits(tx: TenantContext, pair: Pair, { tags }: MergedProfile): Promise<void> {
  const identifiers = await tx.db.identifier.count({
    where: { memberId: { in: [pair.intoId, pair.fromId] } },
  });
  const path = "memberId";
  if (identifiers > MOST_IDENTIFIERS)
    throw invalidInput({ path, code: "too_many_identifiers", params: { maximum: MOST_IDENTIFIERS } });
  if (tags.length > MOST_TAGS)
    throw invalidInput({ path, code: "too_many_tags", params: { maximum: MOST_TAGS } });
}

/** One seat where there were two; what becomes free is counted, and goes to whoever waits (L10). */
async function leaveOneSeat(tx: TenantContext, pair: Pair, seats: readonly KeptSeat[]): Promise<void> {
  const bothIn = seats.filter((seat) => seat.groupId === null && seat.other !== null);
  const freed = await mergeSeats(
    tx.db,
    pair,
    bothIn.map(({ communityId }) => communityId),
  );
  for (const { communityId, lane, admins } of freed)
    await unsafeCountOut(tx, communityId, { lanes: [{ number: lane, memberCount: -1 }], admins: -admins });
}

function dataOf({ fields, ...profile }: MergedProfile, now: Date) {
  return { ...profile, fields: toJson(fields), updatedAt: now };
}
