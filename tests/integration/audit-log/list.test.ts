import { expect, test } from "vitest";
import { changeStaffRole } from "@/lib/accounts/commands/change-staff-role";
import { removeStaff } from "@/lib/accounts/commands/remove-staff";
import { recordAudit } from "@/lib/audit/commands/record-audit";
import { listAuditEvents } from "@/lib/audit-log/queries/list-audit-events";
import { listAuditPeople } from "@/lib/audit-log/queries/list-audit-people";
import { setCommunityRole } from "@/lib/communities/commands/set-community-role";
import type { TenantContext } from "@/lib/platform/context";
import { newId } from "@/lib/shared/ids";
import { asOwner } from "../../support/as-owner";
import { aCommunity } from "../../support/village";
import { aMember, aTenant, aWorld, NOON } from "../../support/world";

const at = (ctx: TenantContext, minutes: number): TenantContext => ({
  ...ctx,
  now: new Date(NOON.getTime() + minutes * 60_000),
});
const FIRST = { limit: 50 };

test("R6: the log is filtered by who acted, what was done, on whom and when", async () => {
  const here = await aTenant();
  const admin = here.as("admin");
  const { staffId } = here.staff.agent;
  await changeStaffRole(at(admin, 0), { staffId, role: "marketer" });
  await changeStaffRole(at(here.as("owner"), 10), { staffId, role: "agent" });
  await removeStaff(at(here.as("owner"), 20), staffId);
  const actionsOf = async (filter: object) =>
    (await listAuditEvents(admin, filter, FIRST)).data.map(
      ({ action, at }) => `${action} ${at.getMinutes()}`,
    );
  expect(await actionsOf({})).toEqual(["staff.removed 20", "staff.role_changed 10", "staff.role_changed 0"]);
  expect(await actionsOf({ actorId: here.staff.admin.staffId })).toEqual(["staff.role_changed 0"]);
  expect(await actionsOf({ actorId: here.staff.admin.userId })).toEqual(["staff.role_changed 0"]);
  expect(await actionsOf({ action: "staff.removed" })).toEqual(["staff.removed 20"]);
  expect(await actionsOf({ subjectId: staffId })).toHaveLength(3);
  expect(await actionsOf({ subjectId: newId() })).toEqual([]);
  expect(await actionsOf({ subjectKind: "community" })).toEqual([]);
  expect(await actionsOf({ actorKind: "api_key" })).toEqual([]);
  const from = at(admin, 10).now.toISOString();
  const to = at(admin, 20).now.toISOString();
  expect(await actionsOf({ from, to })).toEqual(["staff.role_changed 10"]);
});

test("an event tells the difference, and nothing else of the thing", async () => {
  const here = await aTenant();
  const { staffId, userId } = here.staff.agent;
  await changeStaffRole(here.as("owner"), { staffId, role: "marketer" });
  const [event] = (await listAuditEvents(here.as("admin"), {}, FIRST)).data;
  expect(event).toMatchObject({
    actor: { kind: "staff", id: here.staff.owner.staffId, role: "owner", name: "Dona Inês" },
    subject: { kind: "staff", id: staffId, name: "agent" },
    before: { role: "agent" },
    after: { role: "marketer" },
    details: { userId },
  });
});

test("a change in which nothing differs leaves no event", async () => {
  const here = await aTenant();
  const same = { name: "x", roles: ["a", "b"] };
  await recordAudit(here.as("owner"), { action: "tenant.updated", before: same, after: { ...same } });
  expect((await listAuditEvents(here.as("owner"), {}, FIRST)).data).toEqual([]);
});

test("the history of a community has what happened in it too", async () => {
  const here = await aTenant();
  const communityId = await aCommunity(here);
  const other = await aCommunity(here, "Outra");
  const memberId = here.ownerMemberId;
  await setCommunityRole(here.as("owner"), { communityId, memberId, role: "admin" });
  const { addCommunityMembers } = await import("@/lib/communities/commands/add-community-members");
  const second = await aMember(here.tenantId);
  await addCommunityMembers(here.as("owner"), { communityId, memberIds: [second], role: "member" });
  await setCommunityRole(here.as("owner"), { communityId, memberId: second, role: "admin" });
  const history = await listAuditEvents(here.as("owner"), { subjectId: communityId }, FIRST);
  expect(history.data.map(({ action }) => action)).toEqual(["community.role_changed", "community.created"]);
  const others = await listAuditEvents(here.as("owner"), { subjectId: other }, FIRST);
  expect(others.data).toHaveLength(1);
});

test("X29: names are those of now: of who was erased the log shows none, and holds none", async () => {
  const here = await aTenant();
  const memberId = await aMember(here.tenantId, { name: "Jurema Apagada" });
  await recordAudit(here.as("owner"), {
    action: "member.seen_as",
    subjectKind: "member",
    subjectId: memberId,
  });
  const named = await listAuditEvents(here.as("owner"), {}, FIRST);
  expect(named.data[0]?.subject.name).toBe("Jurema Apagada");
  await here.as("owner").db.member.deleteMany({ where: { id: memberId } });
  const gone = await listAuditEvents(here.as("owner"), {}, FIRST);
  expect(gone.data[0]?.subject).toEqual({ kind: "member", id: memberId, name: "" });
  const rows = await asOwner<{ text: string }>(
    process.env.DATABASE_URL ?? "",
    "SELECT string_agg(e::text, '') AS text FROM audit_events e",
  );
  expect(rows[0]?.text).not.toContain("Jurema");
});

test("page by page it is the same log, although events of one instant lie on both sides", async () => {
  const here = await aTenant();
  for (let n = 0; n < 7; n++) await recordAudit(here.as("owner"), { action: "key.created" });
  const whole = await listAuditEvents(here.as("owner"), {}, FIRST);
  const ids: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await listAuditEvents(here.as("owner"), {}, { limit: 3, cursor });
    ids.push(...page.data.map(({ id }) => id));
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  expect(ids).toEqual(whole.data.map(({ id }) => id));
});

test("T2, R2: the log is the tenant's own, for owner and admin", async () => {
  const { here, there } = await aWorld();
  await recordAudit(here.as("owner"), { action: "key.created" });
  expect((await listAuditEvents(there.as("owner"), {}, FIRST)).data).toEqual([]);
  for (const role of ["marketer", "finance", "agent"] as const) {
    await expect(listAuditEvents(here.as(role), {}, FIRST)).rejects.toMatchObject({ code: "not_allowed" });
  }
});

test("those who acted can be chosen, also after they left the team", async () => {
  const here = await aTenant();
  await recordAudit(here.as("admin"), { action: "key.created" });
  await removeStaff(here.as("owner"), here.staff.admin.staffId);
  const people = await listAuditPeople(here.as("owner"));
  expect(people).toContainEqual({ id: here.staff.admin.userId, name: "admin", kind: "former" });
  expect(people).toContainEqual({ id: here.staff.owner.userId, name: "Dona Inês", kind: "staff" });
  expect(people).toHaveLength(5);
});
