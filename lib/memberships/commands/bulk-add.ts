import "server-only";
import { findBannedRows } from "@/lib/bans/queries/find-banned-rows";
import { addCommunityMembers } from "@/lib/communities/commands/add-community-members";
import type { Added, MembershipRole } from "@/lib/communities/types";
import { addGroupMembers } from "@/lib/groups/commands/add-group-members";
import { upsertMembers } from "@/lib/members/commands/upsert-members";
import { inTransaction, type TenantContext } from "@/lib/platform/context";
import { type BulkRow, countRows } from "../bulk-rules";
import { type BulkBody, type BulkItem, bulkItem } from "../bulk-schema";
import type { BulkAnswer } from "../types";

export type BulkPlace = { communityId: string } | { groupId: string };
type Person = { index: number; memberId: string; role: MembershipRole; changed: boolean; isNew: boolean };

/**
 * Brings many people into a community or room: known ones by id, others as they come, made or updated on the way. A refused
 * row never fails the others; all that is written is one transaction.
 * @throws Refusal `not_found`, `not_allowed`, `not_granted`, `read_only`
 */
export function bulkAdd(ctx: TenantContext, place: BulkPlace, body: BulkBody): Promise<BulkAnswer> {
  return inTransaction(ctx, async (tx) => {
    if (body.memberIds) {
      const added = await add(tx, place, { memberIds: body.memberIds, role: "member" });
      return { added: added.added, updated: 0, unchanged: added.unchanged, refused: added.refused };
    }
    const { people, refused } = await makePeople(tx, place, body.members ?? []);
    const wasIn = await presentIn(tx, place, people);
    const codes = await addPeople(tx, place, people);
    await takeBackRefused(tx, people, codes);
    const rows = people.map(({ index, memberId, changed }): BulkRow => {
      const inside = wasIn.has(memberId);
      return { index, memberId, changed, code: codes.get(index) ?? null, wasIn: inside };
    });
    return countRows([...rows, ...refused].sort((a, b) => a.index - b.index));
  });
}

async function makePeople(ctx: TenantContext, place: BulkPlace, items: readonly unknown[]) {
  const { valid, refused } = await readRows(ctx, place, items);
  const profiles = valid.map(({ item: { role: _, ...profile } }) => profile);
  const outcomes = await upsertMembers(ctx, profiles, { source: "api" });
  const people: Person[] = [];
  for (const { index: at, outcome, memberId, code } of outcomes) {
    const row = valid[at];
    if (!row) continue;
    const { index, item } = row;
    if (memberId)
      people.push({
        index,
        memberId,
        role: item.role,
        changed: outcome === "updated",
        isNew: outcome === "created",
      });
    else refused.push(refusedRow(index, code ?? "invalid_input"));
  }
  return { people, refused };
}

/** Rows of the right form, but for those of banned people: nobody is made or changed by these (X19). */
async function readRows(ctx: TenantContext, place: BulkPlace, items: readonly unknown[]) {
  const read: { index: number; item: BulkItem }[] = [];
  const refused: BulkRow[] = [];
  for (const [index, raw] of items.entries()) {
    const parsed = bulkItem.safeParse(raw);
    if (parsed.success) read.push({ index, item: parsed.data });
    else refused.push(refusedRow(index, "invalid_input"));
  }
  const people = read.map(({ item }) => item);
  const banned = await findBannedRows(ctx, { communityId: null, groupId: null, ...place }, people);
  for (const at of banned) refused.push(refusedRow(read[at]?.index ?? 0, "banned"));
  return { valid: read.filter((_, at) => !banned.has(at)), refused };
}

function refusedRow(index: number, code: string): BulkRow {
  return { index, memberId: null, changed: false, code, wasIn: false };
}

/** Adds those of each role, admins first. @returns the codes of refused rows by their place in the request */
async function addPeople(ctx: TenantContext, place: BulkPlace, people: readonly Person[]) {
  const codes = new Map<number, string>();
  for (const role of ["admin", "member"] as const) {
    const chosen = people.filter((person) => person.role === role);
    if (chosen.length === 0) continue;
    const { refused } = await add(ctx, place, { memberIds: chosen.map((person) => person.memberId), role });
    for (const { index, code } of refused) {
      const person = chosen[index];
      if (person) codes.set(person.index, code);
    }
  }
  return codes;
}

/** Who was made on the way and then refused was not made: without an identifier each try would make them once more. */
async function takeBackRefused(
  ctx: TenantContext,
  people: readonly Person[],
  codes: ReadonlyMap<number, string>,
): Promise<void> {
  const inside = new Set(people.filter(({ index }) => !codes.has(index)).map(({ memberId }) => memberId));
  const unborn = people.filter(({ isNew, memberId }) => isNew && !inside.has(memberId));
  if (unborn.length === 0) return;
  await ctx.db.member.deleteMany({ where: { id: { in: unborn.map(({ memberId }) => memberId) } } });
}

function add(
  ctx: TenantContext,
  place: BulkPlace,
  people: { memberIds: readonly string[]; role: MembershipRole },
): Promise<Added> {
  return "groupId" in place
    ? addGroupMembers(ctx, { ...place, ...people })
    : addCommunityMembers(ctx, { ...place, ...people });
}

async function presentIn(ctx: TenantContext, place: BulkPlace, people: readonly Person[]) {
  const where = { ...place, memberId: { in: [...new Set(people.map((person) => person.memberId))] } };
  const select = { memberId: true } as const;
  const rows =
    "groupId" in place
      ? await ctx.db.groupMember.findMany({ where, select })
      : await ctx.db.communityMember.findMany({ where, select });
  return new Set(rows.map((row) => row.memberId));
}
