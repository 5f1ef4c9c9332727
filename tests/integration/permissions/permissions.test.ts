import { beforeAll, describe, expect, test } from "vitest";
import { setCommunityRole } from "@/lib/communities/commands/set-community-role";
import { suspendMember } from "@/lib/memberships/commands/suspend-member";
import { getMemberPermissions } from "@/lib/permissions/queries/get-member-permissions";
import { getOwnPermissions, getStaffPermissions } from "@/lib/permissions/queries/get-staff-permissions";
import type { PersonPermissions } from "@/lib/permissions/types";
import { newId } from "@/lib/shared/ids";
import type { Action } from "@/lib/tenants/permissions";
import { aWorld, type Neighbour } from "../../support/world";
import { callApi, keyOf } from "../matrix/call-api";
import { expectConforms } from "../matrix/description";
import { aPlace, type Place } from "../matrix/place";

let here: Neighbour;
let there: Neighbour;
let place: Place;

beforeAll(async () => {
  ({ here, there } = await aWorld());
  place = await aPlace(here, { granted: true });
});

const grants = (person: PersonPermissions, action: Action) =>
  person.permissions.find((permission) => permission.action === action)?.grants;

describe("R1: the API tells who may do what", () => {
  test("the team is paged by key: each person once, whatever the page's size", async () => {
    const token = await keyOf(here, "admin");
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const answer = await callApi("GET /staff", { token, query: { limit: "2", ...(cursor && { cursor }) } });
      expectConforms("GET /staff", answer);
      const page = answer.json as unknown as {
        data: { id: string; role: string }[];
        nextCursor: string | null;
      };
      expect(page.data.length).toBeLessThanOrEqual(2);
      seen.push(...page.data.map(({ id }) => id));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    const all = Object.values(here.staff).map(({ staffId }) => staffId);
    expect(seen).toEqual(all.toSorted());
  });

  test("a cursor that is not ours is refused by name", async () => {
    const token = await keyOf(here, "owner");
    const strange = Buffer.from(JSON.stringify(["x"])).toString("base64url");
    for (const cursor of ["x", strange]) {
      const { json } = await callApi("GET /staff", { token, query: { cursor } });
      expect(json).toMatchObject({ status: 422, code: "invalid_cursor" });
    }
  });

  test("a marketer's rights are where they were granted, and end with the grant", async () => {
    const { staffId } = here.staff.marketer;
    const person = await getStaffPermissions(here.as("owner"), staffId);
    expect(person).toMatchObject({ role: "marketer", places: { grantedCommunityIds: [place.communityId] } });
    expect(grants(person, "announcements.send")).toEqual([
      { rule: "R2", by: "marketer", where: "grantedCommunityIds" },
    ]);
    expect(grants(person, "billing.view")).toEqual([]);
    const fresh = await aPlace(there, { granted: false });
    const nowhere = await getStaffPermissions(fresh.owner, there.staff.marketer.staffId);
    expect(grants(nowhere, "announcements.send")).toEqual([]);
  });

  test("everybody of the team reads the table and their own rights, and nobody else's but who manages the team", async () => {
    const { marketer, finance } = here.staff;
    const token = await keyOf(here, "finance");
    const own = await callApi("GET /staff/{id}/permissions", { token, params: { id: finance.staffId } });
    expectConforms("GET /staff/{id}/permissions", own);
    expect(own.json).toMatchObject({ staffId: finance.staffId, role: "finance" });
    const other = await callApi("GET /staff/{id}/permissions", { token, params: { id: marketer.staffId } });
    expect(other.json).toMatchObject({ status: 403, code: "not_allowed" });
    expect(await getOwnPermissions(here.as("finance"))).toMatchObject({ staffId: finance.staffId });
    await expect(getOwnPermissions(here.as({ memberId: place.memberId }))).rejects.toMatchObject({
      code: "not_allowed",
    });
  });

  test("T3: somebody of another team, and nobody, are not found", async () => {
    for (const staffId of [there.staff.owner.staffId, newId(), "x"])
      await expect(getStaffPermissions(here.as("owner"), staffId)).rejects.toMatchObject({
        code: "not_found",
      });
  });
});

describe("what a member may do", () => {
  test("R3–R5: each tie by its rule and its place", async () => {
    const { memberId, communityId, groupId } = place;
    const before = await getMemberPermissions(place.owner, memberId);
    expect(before.places).toMatchObject({ communityIds: [communityId], groupIds: [groupId] });
    expect(grants(before, "messages.post")).toEqual([{ rule: "R5", by: "groupMember", where: "groupIds" }]);
    expect(grants(before, "communities.edit")).toEqual([]);
    await setCommunityRole(place.owner, { communityId, memberId, role: "admin" });
    const after = await getMemberPermissions(place.owner, memberId);
    expect(grants(after, "communities.edit")).toEqual([
      { rule: "R3", by: "communityAdmin", where: "administeredCommunityIds" },
    ]);
    expect(after.places.administeredCommunityIds).toEqual([communityId]);
  });

  test("R3: an admin of one community learns of that one alone; a plain member of nobody", async () => {
    const other = await aPlace(here, { granted: false });
    const led = await aPlace(here, { granted: false });
    const asked = led.neighbourId;
    await other.owner.db.communityMember.create({
      data: { communityId: other.communityId, memberId: asked },
    });
    const { communityId, memberId } = led;
    await expect(getMemberPermissions(here.as({ memberId }), asked)).rejects.toMatchObject({
      code: "not_allowed",
    });
    await setCommunityRole(led.owner, { communityId, memberId, role: "admin" });
    const seen = await getMemberPermissions(here.as({ memberId }), asked);
    expect(seen.places.communityIds).toEqual([communityId]);
    const all = await getMemberPermissions(led.owner, asked);
    expect(all.places.communityIds.toSorted()).toEqual([communityId, other.communityId].toSorted());
    expect((await getMemberPermissions(here.as({ memberId: asked }), asked)).places).toEqual(all.places);
  });

  test("who is of the team is told by their role as well, to who may know everything of them", async () => {
    const person = await getMemberPermissions(here.as("admin"), here.ownerMemberId);
    expect(person).toMatchObject({ role: "owner", staffId: here.staff.owner.staffId });
    expect(grants(person, "tenant.delete")).toEqual([{ rule: "R2", by: "owner", where: "everywhere" }]);
  });

  test("R7: who is suspended may do nothing", async () => {
    const { neighbourId } = place;
    await suspendMember(place.owner, neighbourId);
    const person = await getMemberPermissions(place.owner, neighbourId);
    expect(person.permissions.flatMap((permission) => permission.grants)).toEqual([]);
  });
});
