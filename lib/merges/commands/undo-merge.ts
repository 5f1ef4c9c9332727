import "server-only";
import { recordAudit } from "@/lib/audit/commands/record-audit";
import { unsafeLockCommunity } from "@/lib/communities/commands/lock-community";
import { canManageMembers } from "@/lib/members/policy";
import { assertWithinPlan } from "@/lib/plans/plan-limits";
import { inTransaction, type TenantContext } from "@/lib/platform/context";
import { nullableJson, toJson } from "@/lib/platform/db/json";
import { authorize } from "@/lib/shared/decision";
import { isId } from "@/lib/shared/ids";
import { notFound, Refusal } from "@/lib/shared/refusal";
import { findLimits } from "@/lib/tenants/queries/find-limits";
import { bringBack, isAnyBanned, lockPeople, type Pair } from "../merge-sql";
import { undoUntil } from "../rules";
import type { Kept, KeptSeat } from "../types";
import { giveBackPlaces } from "./give-back-places";

/**
 * Takes two people apart again that were made one: each has what was theirs, as far as it is still there. Seats that were
 * freed are needed again, so that all limits hold (L13). What either refused stays refused for both.
 * @throws Refusal `not_found`, `not_allowed`, `illegal_transition` when undone already or too old, `banned`, `group_full`,
 * `community_full`, `plan_limit_reached`; then nothing is done
 */
export async function undoMerge(ctx: TenantContext, mergeId: string): Promise<void> {
  authorize(canManageMembers(ctx.actor));
  if (!isId(mergeId)) throw notFound();
  return inTransaction(ctx, async (tx) => {
    await assertWithinPlan(tx, "members", 1);
    const merge = await tx.db.memberMerge.findFirst({ where: { id: mergeId } });
    if (!merge) throw notFound();
    if (merge.kept === null || undoUntil(merge, tx.now) === null) throw tooLate();
    const kept = merge.kept as unknown as Kept;
    const pair = { intoId: merge.intoId, fromId: merge.fromId };
    const houses = await holdHouses(tx, kept.seats);
    await lockPeople(tx.db, pair);
    const { count } = await tx.db.memberMerge.updateMany({
      where: { id: mergeId, undoneAt: null },
      data: { undoneAt: tx.now, kept: nullableJson(null) },
    });
    if (count === 0) throw tooLate();
    await giveBackProfile(tx, pair, kept);
    await bringBack(tx.db, pair, kept);
    // A ban since then follows the identifiers that go back.
    if (await isAnyBanned(tx.db, pair)) throw new Refusal("banned");
    const limits = await findLimits(tx);
    for (const house of houses) await giveBackPlaces(tx, pair, { house, seats: kept.seats, limits });
    await recordAudit(tx, {
      action: "member.merge_undone",
      subjectKind: "member",
      subjectId: pair.intoId,
      details: { mergedId: pair.fromId, mergeId },
    });
  });
}

function tooLate(): Refusal {
  return new Refusal("illegal_transition", { from: "merged", to: "undone" });
}

/** The communities that are still there, held in the order of ids. */
async function holdHouses(tx: TenantContext, seats: readonly KeptSeat[]): Promise<KeptSeat[]> {
  const houses = seats.filter(({ groupId }) => groupId === null);
  const there = await tx.db.community.findMany({
    where: { id: { in: houses.map(({ communityId }) => communityId) } },
    select: { id: true },
    orderBy: { id: "asc" },
  });
  for (const { id } of there) await unsafeLockCommunity(tx, id);
  const ids = new Set(there.map(({ id }) => id));
  return houses.filter(({ communityId }) => ids.has(communityId));
}

/** What the record that stayed took over goes back; what somebody changed since stays changed. */
async function giveBackProfile(tx: TenantContext, { intoId }: Pair, { before, row }: Kept): Promise<void> {
  const now = await tx.db.member.findFirst({ where: { id: intoId } });
  if (!now) throw notFound();
  const came = (name: "locale" | "timezone", theirs: unknown) =>
    before[name] === null && now[name] === theirs ? { [name]: null } : {};
  const theirTags = new Set((row.tags as string[]).filter((tag) => !before.tags.includes(tag)));
  const theirFields = Object.keys(row.fields as object).filter((key) => !(key in before.fields));
  const fields = Object.fromEntries(
    Object.entries(now.fields as object).filter(([key]) => !theirFields.includes(key)),
  );
  await tx.db.member.updateMany({
    where: { id: intoId },
    data: {
      ...came("locale", row.locale),
      ...came("timezone", row.timezone),
      ...(before.userId === null && now.userId === row.user_id && { userId: null }),
      ...(before.photoFileId === null && now.photoFileId === row.photo_file_id && { photoFileId: null }),
      ...(before.birthdayOn === null && row.birthday_on !== null && { birthdayOn: null }),
      ...(before.suspendedAt === null && row.suspended_at !== null && { suspendedAt: null }),
      tags: now.tags.filter((tag) => !theirTags.has(tag)),
      fields: toJson(fields),
      updatedAt: tx.now,
    },
  });
}
