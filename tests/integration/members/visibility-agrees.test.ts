import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findMember } from "@/lib/members/queries/find-member";
import { listMembers } from "@/lib/members/queries/list-members";
import { visibleFields } from "@/lib/members/visibility/policy";
import { DETAILS_LEVELS, type DetailsLevel, type Viewer } from "@/lib/members/visibility/types";
import { loadRelation, seenBy } from "@/lib/members/visibility-sql";
import { tenantClient } from "@/lib/platform/db/clients";
import { anyVillage, type Built, buildVillage } from "../../support/random-village";
import { aTenant, type Neighbour } from "../../support/world";

type Seen = { member_id: string; phone: boolean; phone_masked: boolean; details: number };
type Db = ReturnType<typeof tenantClient>;
type Fields = { phone: boolean; phoneMasked: boolean; details: DetailsLevel | undefined };

async function bySql(db: Db, viewer: Viewer): Promise<Map<string, Fields>> {
  const query = seenBy(viewer);
  const rows = query ? await db.$queryRaw<Seen[]>(query) : [];
  return new Map(
    rows.map(({ member_id, phone, phone_masked, details }) => [
      member_id,
      { phone, phoneMasked: phone_masked, details: DETAILS_LEVELS[details] },
    ]),
  );
}

async function byRule(db: Db, viewer: Viewer, subject: string): Promise<Fields | undefined> {
  const { name, phone, phoneMasked, details } = visibleFields(await loadRelation(db, viewer, subject));
  return name ? { phone, phoneMasked, details } : undefined;
}

function viewersOf({ memberIds, communityIds }: Built): Viewer[] {
  const members = memberIds.map((memberId): Viewer => ({ kind: "member", memberId }));
  const [memberId = null] = memberIds;
  const grantedCommunityIds = communityIds.slice(0, 1);
  const staff = (["marketer", "agent", "finance"] as const).map(
    (role): Viewer => ({ kind: "staff", role, memberId, grantedCommunityIds }),
  );
  return [...members, ...staff];
}

describe("P14: one rule in two forms", () => {
  test("in random villages the pure rule and its SQL form agree on every pair", async () => {
    const told: (Fields | undefined)[] = [];
    await fc.assert(
      fc.asyncProperty(anyVillage, async (village) => {
        const { tenantId } = await aTenant();
        const db = tenantClient(tenantId);
        const built = await buildVillage(tenantId, village);
        for (const viewer of viewersOf(built)) {
          const seen = await bySql(db, viewer);
          for (const subject of built.memberIds) {
            const expected = await byRule(db, viewer, subject);
            expect(seen.get(subject)).toEqual(expected);
            told.push(expected);
          }
        }
      }),
      { numRuns: 60 },
    );
    const visible = told.filter((fields) => fields !== undefined).length;
    expect(told.length).toBeGreaterThan(500);
    expect(visible).toBeGreaterThan(told.length / 10);
    expect(visible).toBeLessThan(told.length * 0.95);
  }, 120_000);

  test("P12: a list shows each person exactly as their card does, and nobody else", async () => {
    await fc.assert(
      fc.asyncProperty(anyVillage, async (village) => {
        const here = await aTenant();
        const { memberIds } = await buildVillage(here.tenantId, village);
        for (const memberId of memberIds) await compareListWithCards(here, memberId, memberIds);
      }),
      { numRuns: 15 },
    );
  }, 120_000);
});

async function compareListWithCards(here: Neighbour, memberId: string, memberIds: string[]): Promise<void> {
  const ctx = here.as({ memberId });
  const { data } = await listMembers(ctx, {}, { limit: 200 });
  const cards = await Promise.all([...memberIds, here.ownerMemberId].map((id) => findMember(ctx, id)));
  const seen = cards.filter((card) => card !== null);
  expect(data.map(({ id }) => id).sort()).toEqual(seen.map(({ id }) => id).sort());
  for (const card of seen) expect(card).toMatchObject(data.find(({ id }) => id === card.id) ?? {});
}
