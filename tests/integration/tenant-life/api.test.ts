import { expect, test } from "vitest";
import { hashPassword } from "@/lib/platform/auth/password";
import { platformClient } from "@/lib/platform/db/clients";
import { aTenant, type Neighbour } from "../../support/world";
import { callApi, keyOf } from "../matrix/call-api";
import { expectConforms } from "../matrix/description";

/** Calls as somebody, and holds the answer against the description. */
async function call(here: Neighbour, role: "owner" | "admin", endpoint: string, more: object = {}) {
  const given = { token: await keyOf(here, role), ...more };
  const answer = await callApi(endpoint, given);
  expectConforms(endpoint, answer, "body" in given ? given.body : undefined);
  return answer;
}

test("I4: the tenant's settings are changed one by one; what is not named stays", async () => {
  const here = await aTenant();
  const before = (await call(here, "admin", "GET /tenant")).json;
  const body = { timezone: "America/Manaus", settings: { adminActiveDays: 10 } };
  const after = (await call(here, "admin", "PATCH /tenant", { body })).json;
  const settings = { ...(before.settings as object), adminActiveDays: 10 };
  expect(after).toEqual({ ...before, timezone: "America/Manaus", settings });
  const events = await here.as("owner").db.auditEvent.findMany({
    where: { action: "tenant.updated" },
    orderBy: { id: "asc" },
    select: { before: true, after: true },
  });
  expect(events.map((event) => event.after)).toEqual([
    { timezone: "America/Manaus" },
    { adminActiveDays: 10 },
  ]);
});

test("bad settings are refused at their field, and nothing of them is saved", async () => {
  const here = await aTenant();
  const before = (await call(here, "owner", "GET /tenant")).json;
  for (const [body, path] of [
    [{ timezone: "Lua/Cratera", name: "Outra" }, "timezone"],
    [{ name: "" }, "name"],
    [{ settings: { confirmThreshold: "900" } }, "settings.confirmThreshold"],
    [{ settings: { adminActiveDays: 0 }, name: "Outra" }, "settings.adminActiveDays"],
  ] as const) {
    const token = await keyOf(here, "owner");
    const { json } = await callApi("PATCH /tenant", { token, body });
    expect(json).toMatchObject({ status: 422, code: "invalid_input", errors: [{ path }] });
  }
  expect((await call(here, "owner", "GET /tenant")).json).toEqual(before);
});

test("L: limits go down to one and never above the profile", async () => {
  const here = await aTenant();
  const lower = await call(here, "admin", "PATCH /tenant/limits", { body: { groupMembers: 500 } });
  expect(lower.json).toMatchObject({
    inForce: { groupMembers: 500, communityGroups: 21 },
    profile: { groupMembers: 1_024, communityMembers: 21_504 },
  });
  const token = await keyOf(here, "admin");
  for (const groupMembers of [1_025, 0, 1.5, "500"]) {
    const { json } = await callApi("PATCH /tenant/limits", { token, body: { groupMembers } });
    expect(json).toMatchObject({ status: 422, errors: [{ path: "groupMembers" }] });
  }
});

test("T5: the deletion is asked for, seen and taken back; meanwhile the rest is read-only", async () => {
  const here = await aTenant();
  const { name } = (await call(here, "owner", "GET /tenant")).json as { name: string };
  expect((await call(here, "owner", "GET /tenant/deletion")).json).toMatchObject({ dueAt: null, people: 1 });
  const asked = await call(here, "owner", "POST /tenant/deletion", { body: { typedName: name } });
  expect(asked).toMatchObject({ status: 202, json: { dueAt: expect.stringMatching(/Z$/) } });
  expect((await call(here, "owner", "GET /tenant/deletion")).json).toEqual(asked.json);
  const token = await keyOf(here, "owner");
  const change = () => callApi("PATCH /tenant", { token, body: { name: "Outra" } });
  expect((await change()).json).toMatchObject({ status: 409, code: "read_only" });
  expect((await call(here, "owner", "DELETE /tenant/deletion")).status).toBe(204);
  expect((await change()).status).toBe(200);
});

test("R2, R7: the ownership is proposed by password, accepted by the other's key, and over at once for who gave it", async () => {
  const here = await aTenant();
  await platformClient().user.update({
    where: { id: here.staff.owner.userId },
    data: { passwordHash: await hashPassword("uma senha boa") },
    select: { id: true },
  });
  const { staffId } = here.staff.admin;
  const body = { staffId, currentPassword: "uma senha boa" };
  const proposed = await call(here, "owner", "POST /ownership-transfers", { body });
  expect(proposed).toMatchObject({ status: 201, json: { status: "pending", to: { staffId } } });
  const params = { id: String(proposed.json.id) };
  const token = await keyOf(here, "owner");
  const again = await callApi("POST /ownership-transfers", { token, body });
  expect(again.json).toMatchObject({ status: 409, code: "transfer_pending" });
  const own = await callApi("POST /ownership-transfers/{id}/accept", { token, params });
  expect(own.json).toMatchObject({ status: 404 });
  expect((await call(here, "admin", "POST /ownership-transfers/{id}/accept", { params })).status).toBe(204);
  const late = await callApi("GET /tenant/deletion", { token });
  expect(late.json).toMatchObject({ status: 403, code: "not_allowed" });
  expect((await call(here, "admin", "GET /ownership-transfers/{id}", { params })).json).toMatchObject({
    status: "accepted",
  });
});
