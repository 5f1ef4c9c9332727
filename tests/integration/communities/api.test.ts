import { describe, expect, test } from "vitest";
import { serve } from "@/lib/accounts/authenticate-key";
import { createApiKey } from "@/lib/accounts/commands/create-api-key";
import * as communities from "@/lib/communities/api";
import { addCommunityMembers } from "@/lib/communities/commands/add-community-members";
import { getCommunity } from "@/lib/communities/queries/list-communities";
import * as groups from "@/lib/groups/api";
import { addGroupMembers } from "@/lib/groups/commands/add-group-members";
import * as invites from "@/lib/invites/api";
import * as memberships from "@/lib/memberships/api";
import * as bulk from "@/lib/memberships/bulk-api";
import { listCommunityMembers } from "@/lib/memberships/queries/list-memberships";
import { expectExactCounters } from "../../support/membership-counts";
import { aCommunity, aGroup, limitTo, someMembers } from "../../support/village";
import { aTenant, aWorld, type Neighbour } from "../../support/world";

type Spec = Parameters<typeof serve>[0];

async function client(here: Neighbour) {
  const input = { name: "test", scopes: ["all"], staffId: here.staff.owner.staffId };
  const { key } = await createApiKey(here.as("owner"), input);
  return async (spec: Spec, params: Record<string, string> = {}, body?: unknown, query = "") => {
    const request = new Request(`http://localhost/api/v1${spec.path}${query}`, {
      method: spec.method,
      headers: { authorization: `Bearer ${key}` },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const answer = await serve(spec)(request, { params: Promise.resolve(params) });
    const text = await answer.text();
    const json = text ? JSON.parse(text) : null;
    if (answer.ok && spec.response) spec.response.parse(json);
    return { status: answer.status, json };
  };
}

describe("the API of communities, groups and memberships", () => {
  test("creates, reads, changes, archives and deletes, answering by its own schemas", async () => {
    const call = await client(await aTenant());
    const made = await call(
      communities.createCommunityRoute,
      {},
      { name: "Corre Vila", icon: { kind: "emoji", value: "🏃" } },
    );
    expect(made).toMatchObject({
      status: 201,
      json: { memberCount: 1, groupCount: 0, lanes: [{ number: 1, memberCount: 1 }] },
    });
    const id: string = made.json.id;
    const changed = await call(
      communities.updateCommunityRoute,
      { id },
      { description: "Corrida", icon: null },
    );
    expect(changed.json).toMatchObject({ description: "Corrida", icon: null });
    const group = await call(groups.createGroupRoute, { id }, { name: "Iniciantes", overflow: true });
    expect(group).toMatchObject({
      status: 201,
      json: { communityId: id, capacity: 1_024, overflow: true, overflowOf: null },
    });
    expect((await call(groups.listGroupsRoute, { id })).json.data).toHaveLength(1);
    expect(
      (await call(groups.updateGroupRoute, { id: group.json.id }, { archived: true })).json.archivedAt,
    ).not.toBeNull();
    expect((await call(groups.listGroupsRoute, { id })).json.data).toHaveLength(0);
    expect((await call(groups.deleteGroupRoute, { id: group.json.id })).status).toBe(204);
    expect((await call(communities.deleteCommunityRoute, { id })).status).toBe(204);
    expect((await call(communities.getCommunityRoute, { id })).status).toBe(404);
  });

  test("lists page by cursor without a gap or a double", async () => {
    const here = await aTenant();
    for (let n = 0; n < 5; n++) await aCommunity(here, `Casa ${n}`);
    const call = await client(here);
    const names: string[] = [];
    let cursor = "";
    do {
      const page = await call(communities.listCommunitiesRoute, {}, undefined, `?limit=2${cursor}`);
      names.push(...page.json.data.map((one: { name: string }) => one.name));
      cursor = page.json.nextCursor ? `&cursor=${page.json.nextCursor}` : "";
    } while (cursor);
    expect(names.sort()).toEqual(["Casa 0", "Casa 1", "Casa 2", "Casa 3", "Casa 4"]);
    const odd = await call(communities.listCommunitiesRoute, {}, undefined, "?cursor=abc");
    expect(odd).toMatchObject({ status: 422, json: { code: "invalid_cursor" } });
  });

  test("L11: of a full group the answer names what can be done: overflow only where it is off", async () => {
    const here = await aTenant();
    await limitTo(here, { groupMembers: 2, communityGroups: 1 });
    const groupId = await aGroup(here, await aCommunity(here));
    const call = await client(here);
    const [a = "", b = ""] = await someMembers(here.tenantId, 2);
    const add = (memberId: string) => call(memberships.addGroupMemberRoute, { id: groupId }, { memberId });
    await add(a);
    expect((await add(b)).json).toMatchObject({ detail: expect.stringContaining("turn overflow on") });
    await call(groups.updateGroupRoute, { id: groupId }, { overflow: true });
    const full = (await add(b)).json;
    expect(full).toMatchObject({ code: "group_full", detail: expect.stringContaining("continuations") });
    expect(JSON.stringify(full)).not.toContain("turn overflow on");
  });

  test("memberships: added, full, already in, unknown, promoted, removed, last admin", async () => {
    const here = await aTenant();
    await limitTo(here, { groupMembers: 2 });
    const groupId = await aGroup(here, await aCommunity(here));
    const call = await client(here);
    const [a = "", b = ""] = await someMembers(here.tenantId, 2);
    const add = (memberId: string) => call(memberships.addGroupMemberRoute, { id: groupId }, { memberId });
    expect(await add(a)).toEqual({ status: 201, json: { groupId, overflowed: false } });
    expect(await add(a)).toMatchObject({ status: 409, json: { code: "already_member" } });
    expect(await add(b)).toMatchObject({ status: 409, json: { code: "group_full" } });
    await call(groups.updateGroupRoute, { id: groupId }, { overflow: true });
    expect(await add(b)).toMatchObject({ status: 201, json: { overflowed: true } });
    const unknown = await add("018f2f3e-0000-7000-8000-000000000000");
    expect(unknown).toMatchObject({
      status: 422,
      json: { errors: [{ path: "memberId", code: "unknown_id" }] },
    });
    const owner = { id: groupId, memberId: here.ownerMemberId };
    expect(await call(memberships.removeGroupMemberRoute, owner)).toMatchObject({
      status: 409,
      json: { code: "last_admin" },
    });
    const role = await call(memberships.setGroupRoleRoute, { id: groupId, memberId: a }, { role: "admin" });
    expect(role.json).toEqual({ memberId: a, role: "admin" });
    expect((await call(memberships.removeGroupMemberRoute, owner)).status).toBe(204);
    const list = await call(memberships.listGroupMembersRoute, { id: groupId });
    expect(list.json.data).toEqual([{ memberId: a, role: "admin" }]);
    await expectExactCounters();
  });

  test("L6: 101 characters are 422 name_too_long; T3: a foreign id is 404 before the body is read", async () => {
    const { here, there } = await aWorld();
    const call = await client(here);
    const long = await call(communities.createCommunityRoute, {}, { name: "é".repeat(101) });
    expect(long).toMatchObject({ status: 422, json: { code: "name_too_long", errors: [{ path: "name" }] } });
    const id = await aCommunity(there);
    for (const spec of [
      communities.updateCommunityRoute,
      groups.createGroupRoute,
      memberships.addCommunityMemberRoute,
    ]) {
      expect((await call(spec, { id }, { wrong: true })).status).toBe(404);
    }
  });

  test("bulk: by id and as they come; each row counts once, a bad row fails alone", async () => {
    const here = await aTenant();
    const communityId = await aCommunity(here);
    const groupId = await aGroup(here, communityId);
    const call = await client(here);
    const [a = ""] = await someMembers(here.tenantId, 1);
    const byId = await call(
      bulk.bulkAddToGroupRoute,
      { id: groupId },
      { memberIds: [a, a, "no", here.ownerMemberId] },
    );
    expect(byId.json).toEqual({
      added: 1,
      updated: 0,
      unchanged: 2,
      refused: [{ index: 2, code: "unknown_id" }],
    });
    const ana = { name: "Ana Lima", identifiers: [{ kind: "email", value: "ana@x.example" }] };
    const members = [ana, { name: "" }, { ...ana, tags: ["vip"] }, { name: "Bia", role: "admin" }, 7];
    const mixed = await call(bulk.bulkAddToGroupRoute, { id: groupId }, { members });
    expect(mixed.json).toMatchObject({ added: 2, refused: [{ index: 1 }, { index: 4 }] });
    expect(mixed.json.updated + mixed.json.unchanged).toBe(1);
    const again = await call(bulk.bulkAddToCommunityRoute, { id: communityId }, { members: [ana] });
    expect(again.json).toMatchObject({ added: 0, refused: [] });
    const both = await call(
      bulk.bulkAddToCommunityRoute,
      { id: communityId },
      { members: [], memberIds: [] },
    );
    expect(both).toMatchObject({
      status: 422,
      json: { errors: [{ path: "memberIds", code: "one_of_two" }] },
    });
    await expectExactCounters();
  });

  test("invites: the token once, revoked for good", async () => {
    const here = await aTenant();
    const communityId = await aCommunity(here);
    const call = await client(here);
    const made = await call(invites.createInviteRoute, {}, { communityId, maxUses: 3 });
    expect(made).toMatchObject({ status: 201, json: { state: "open", maxUses: 3 } });
    expect(made.json.url).toContain(made.json.token);
    expect((await call(invites.listInvitesRoute)).json.data[0]).not.toHaveProperty("token");
    const revoked = await call(invites.revokeInviteRoute, { id: made.json.id });
    expect(revoked.json.state).toBe("revoked");
  });
});

describe("P: lists of people", () => {
  test("P3, P11: a member sees those who share a room and the admins, and no small number", async () => {
    const here = await aTenant();
    const communityId = await aCommunity(here);
    const groupId = await aGroup(here, communityId);
    const [a = "", b = "", c = ""] = await someMembers(here.tenantId, 3);
    await addCommunityMembers(here.as("owner"), { communityId, memberIds: [a, b, c] });
    await addGroupMembers(here.as("owner"), { groupId, memberIds: [a, b] });
    const seenBy = async (memberId: string) =>
      (await listCommunityMembers(here.as({ memberId }), communityId, { limit: 9 })).data
        .map((one) => one.memberId)
        .sort();
    expect(await seenBy(a)).toEqual([here.ownerMemberId, a, b].sort());
    expect(await seenBy(c)).toEqual([here.ownerMemberId, c].sort());
    expect(await getCommunity(here.as({ memberId: c }), communityId)).toMatchObject({
      memberCount: "<5",
      lanes: [],
    });
    await expect(listCommunityMembers(here.as("finance"), communityId, { limit: 9 })).rejects.toMatchObject({
      code: "not_allowed",
    });
  });
});
