import { cpSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, inject, test } from "vitest";
import { changeStaffRole } from "@/lib/accounts/commands/change-staff-role";
import { removeStaff } from "@/lib/accounts/commands/remove-staff";
import { setStaffGrants } from "@/lib/accounts/commands/set-staff-grants";
import { addCommunityMembers } from "@/lib/communities/commands/add-community-members";
import { deleteCommunity } from "@/lib/communities/commands/delete-community";
import { leaveCommunity } from "@/lib/communities/commands/leave-community";
import { setCommunityRole } from "@/lib/communities/commands/set-community-role";
import { addGroupMembers } from "@/lib/groups/commands/add-group-members";
import { deleteGroup } from "@/lib/groups/commands/delete-group";
import { leaveGroup } from "@/lib/groups/commands/leave-group";
import { setGroupRole } from "@/lib/groups/commands/set-group-role";
import { updateMember } from "@/lib/members/commands/update-member";
import { migrate } from "@/lib/platform/db/migrate";
import { newId } from "@/lib/shared/ids";
import { Refusal } from "@/lib/shared/refusal";
import { asOwner } from "../../support/as-owner";
import { aCommunity, aGroup } from "../../support/village";
import { aMember, aTenant, type Neighbour } from "../../support/world";

// P15: history is the database's: whatever happened, by whatever path, the tables as they were can be asked for.

const LIVE = {
  community_members_at: "SELECT community_id, member_id, role FROM community_members",
  group_members_at: "SELECT group_id, community_id, member_id, role FROM group_members",
  staff_at: "SELECT id, user_id, role FROM staff",
  staff_grants_at: "SELECT staff_id, community_id FROM staff_grants",
  identifiers_at: "SELECT member_id, kind FROM identifiers",
};
type Snapshot = Record<keyof typeof LIVE, string[]>;

async function snapshot(here: Neighbour): Promise<Snapshot> {
  return tablesBy((name) => `SELECT live::text AS row FROM (${LIVE[name]}) live`, here);
}

async function asOf(here: Neighbour, instant: string): Promise<Snapshot> {
  return tablesBy((name) => `SELECT t::text AS row FROM ${name}('${instant}'::timestamptz) t`, here);
}

async function tablesBy(sqlOf: (name: keyof typeof LIVE) => string, here: Neighbour): Promise<Snapshot> {
  const entries = Object.keys(LIVE).map(async (name) => {
    const rows = await here
      .as("owner")
      .db.$queryRawUnsafe<{ row: string }[]>(sqlOf(name as keyof typeof LIVE));
    return [name, rows.map(({ row }) => row).sort()];
  });
  return Object.fromEntries(await Promise.all(entries)) as Snapshot;
}

async function clock(here: Neighbour): Promise<string> {
  const [row] = await here.as("owner").db.$queryRaw<{ at: string }[]>`SELECT clock_timestamp()::text AS at`;
  return row?.at ?? "";
}

type World = { here: Neighbour; people: string[]; communities: string[]; groups: string[] };
const picks = fc.record({
  act: fc.nat({ max: 13 }),
  person: fc.nat({ max: 5 }),
  place: fc.nat({ max: 3 }),
  flag: fc.boolean(),
});
type Pick = { act: number; person: number; place: number; flag: boolean };

/** One thing that people do, by the commands that the product does it with. */
function step(
  { here, people, communities, groups }: World,
  { act, person, place, flag }: Pick,
): Promise<unknown> {
  const owner = here.as("owner");
  const memberId = people[person % people.length] ?? "";
  const communityId = communities[place % communities.length] ?? "";
  const groupId = groups[place % groups.length] ?? "";
  const role = flag ? ("admin" as const) : ("member" as const);
  const { marketer, agent } = here.staff;
  const acts = [
    () => addCommunityMembers(owner, { communityId, memberIds: [memberId], role }),
    () => addGroupMembers(owner, { groupId, memberIds: people.slice(0, person + 1), role }),
    () => addGroupMembers(owner, { groupId, memberIds: [memberId], role }),
    () => setCommunityRole(owner, { communityId, memberId, role }),
    () => setGroupRole(owner, { groupId, memberId, role }),
    () => leaveGroup(owner, { groupId, memberId }),
    () => leaveCommunity(owner, { communityId, memberId }),
    () => setStaffGrants(owner, { staffId: marketer.staffId, communityIds: flag ? [communityId] : [] }),
    () => changeStaffRole(owner, { staffId: agent.staffId, role: flag ? "agent" : "marketer" }),
    () => updateMember(owner, memberId, { identifiers: flag ? [] : [phoneOf(person)] }),
    () => deleteGroup(owner, { groupId }),
    () => (flag ? deleteCommunity(owner, { communityId }) : Promise.resolve()),
    () => owner.db.member.deleteMany({ where: { id: flag ? memberId : newId() } }),
    () => (flag ? removeStaff(owner, here.staff.finance.staffId) : Promise.resolve()),
  ];
  return acts[act]?.() ?? Promise.resolve();
}

const phoneOf = (person: number) => ({ kind: "phone" as const, value: `+55119876500${10 + person}` });

async function aWorldOfPeople(): Promise<World> {
  const here = await aTenant();
  const people: string[] = [];
  for (let index = 0; index < 6; index += 1) people.push(await aMember(here.tenantId, {}));
  const communities = [await aCommunity(here, "A"), await aCommunity(here, "B")];
  const groups: string[] = [];
  for (const id of [communities[0], communities[0], communities[1]])
    groups.push(await aGroup(here, id ?? ""));
  return { here, people, communities, groups };
}

describe("P15: time travel", () => {
  test("after any history the tables as of each instant are what they were, and as of now the live ones", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(picks, { minLength: 10, maxLength: 40 }), async (steps) => {
        const world = await aWorldOfPeople();
        const checkpoints: { at: string; tables: Snapshot }[] = [];
        for (const pick of steps) {
          checkpoints.push({ tables: await snapshot(world.here), at: await clock(world.here) });
          await step(world, pick).catch((error: unknown) => {
            if (!(error instanceof Refusal)) throw error;
          });
        }
        for (const { at, tables } of checkpoints) expect(await asOf(world.here, at)).toEqual(tables);
        expect(await asOf(world.here, "infinity")).toEqual(await snapshot(world.here));
      }),
      { numRuns: 12 },
    );
  }, 120_000);

  test("a path that knows nothing of history is in it: rows changed and deleted by hand", async () => {
    const { here, people, groups, communities } = await aWorldOfPeople();
    const owner = here.as("owner");
    await addGroupMembers(owner, { groupId: groups[0] ?? "", memberIds: people });
    const [before, at] = [await snapshot(here), await clock(here)];
    await asOwner(
      process.env.DATABASE_URL ?? "",
      "UPDATE group_members SET role = 'admin' WHERE tenant_id = $1",
      [here.tenantId],
    );
    await asOwner(process.env.DATABASE_URL ?? "", "DELETE FROM communities WHERE id = $1", [communities[0]]);
    expect(await asOf(here, at)).toEqual(before);
    expect(await asOf(here, "infinity")).toEqual(await snapshot(here));
  });

  test("a tenant that goes takes its history along", async () => {
    const { here, people, groups } = await aWorldOfPeople();
    await addGroupMembers(here.as("owner"), { groupId: groups[0] ?? "", memberIds: people });
    await leaveGroup(here.as("owner"), { groupId: groups[0] ?? "", memberId: people[0] ?? "" });
    const url = process.env.DATABASE_URL ?? "";
    await asOwner(url, "DELETE FROM tenants WHERE id = $1", [here.tenantId]);
    const left = await asOwner(url, "SELECT 1 FROM membership_history WHERE tenant_id = $1", [here.tenantId]);
    expect(left).toEqual([]);
  });

  test("the application cannot write history", async () => {
    const { here, people } = await aWorldOfPeople();
    const { db } = here.as("owner");
    await expect(db.membershipHistory.deleteMany({})).rejects.toThrow();
    await expect(db.membershipHistory.updateMany({ data: { role: "admin" } })).rejects.toThrow();
    const data = { memberId: people[0] ?? "", kind: "phone", since: new Date(0), until: new Date() };
    await expect(db.identifierHistory.create({ data })).rejects.toThrow();
  });

  test("rows from before history was kept hold since they were made", async () => {
    const name = `before_${process.pid}`;
    const server = inject("serverUrl");
    const url = server.replace(/\/aldeia$/, `/${name}`);
    await asOwner(server.replace(/\/aldeia$/, "/postgres"), `CREATE DATABASE ${name}`);
    const folder = mkdtempSync(join(tmpdir(), "aldeia-before-"));
    cpSync("prisma/migrations", folder, { recursive: true });
    const history = readdirSync(folder).find((each) => each.endsWith("_history")) ?? "";
    for (const each of readdirSync(folder).filter((other) => other >= history))
      rmSync(join(folder, each), { recursive: true });
    await migrate(url, folder);
    await asOwner(url, OLD_ROWS);
    await migrate(url);
    await asOwner(url, `ALTER DATABASE ${name} SET app.tenant_id = '${TENANT}'`);
    expect(await asOwner(url, OLD_ROWS_AT)).toEqual([{ later: 1, earlier: 0 }]);
    rmSync(folder, { recursive: true });
  }, 60_000);
});

const TENANT = "01900000-0000-7000-8000-00000000000a";
const OTHER = "01900000-0000-7000-8000-00000000000b";
const OLD_ROWS = `
  INSERT INTO tenants (id, slug, name) VALUES ('${TENANT}', 'antes', 'Antes');
  INSERT INTO members (tenant_id, id, name) VALUES ('${TENANT}', '${OTHER}', 'Ana');
  INSERT INTO communities (tenant_id, id, name) VALUES ('${TENANT}', '${OTHER}', 'Vila');
  INSERT INTO community_members (tenant_id, community_id, member_id, joined_at)
  VALUES ('${TENANT}', '${OTHER}', '${OTHER}', '2025-05-01')`;
const OLD_ROWS_AT = `
  SELECT (SELECT count(*)::int FROM community_members_at('2025-06-01')) AS later,
    (SELECT count(*)::int FROM community_members_at('2025-04-01')) AS earlier`;
