import { readFileSync } from "node:fs";
import pg from "pg";
import { expect, test } from "vitest";
import { acceptAsNewUser, acceptInvitation } from "@/lib/accounts/commands/accept-invitation";
import { changeStaffRole } from "@/lib/accounts/commands/change-staff-role";
import { createApiKey } from "@/lib/accounts/commands/create-api-key";
import { inviteStaff } from "@/lib/accounts/commands/invite-staff";
import { removeStaff } from "@/lib/accounts/commands/remove-staff";
import { revokeInvitation } from "@/lib/accounts/commands/revoke-invitation";
import { setStaffGrants } from "@/lib/accounts/commands/set-staff-grants";
import { findInvitation } from "@/lib/accounts/queries/find-invitation";
import { findStaffActor } from "@/lib/accounts/queries/find-staff-actor";
import { listInvitations, listStaff } from "@/lib/accounts/queries/list-staff";
import { newTenantToken } from "@/lib/platform/auth/tokens";
import { violatedUnique } from "@/lib/platform/db/constraint";
import { newId } from "@/lib/shared/ids";
import { secretOf, takeMails } from "../../support/mail-queue";
import { aTenant, aWorld, NOON } from "../../support/world";

let counter = 0;
const anEmail = () => `nova-${++counter}@exemplo.example`;
const account = { name: "Bia", password: "uma senha boa" };

async function invited(role: "marketer" | "agent" | "admin" = "marketer") {
  const here = await aTenant();
  const email = anEmail();
  const { id, token } = await inviteStaff(here.as("owner"), { email, role });
  return { here, email, id, token };
}

test("an invitation reaches its address by mail and lets that person into the team with its role", async () => {
  const { here, email, token } = await invited();
  const mail = (await takeMails()).find(({ to }) => to === email);
  expect(secretOf(mail)).toBe(token);
  const { id } = await acceptAsNewUser({ token, ...account }, NOON);
  expect(await findStaffActor(here.tenantId, id)).toMatchObject({ role: "marketer" });
  expect(await listInvitations(here.as("owner"))).toEqual([]);
});

test("X25: an account with another address cannot accept, although it holds the link", async () => {
  const { here, token } = await invited();
  const other = here.staff.agent;
  await expect(acceptInvitation({ id: other.userId, email: other.email }, token, NOON)).rejects.toMatchObject(
    { code: "not_allowed" },
  );
});

test("an account that exists is not taken over by an invitation: it signs in and accepts", async () => {
  const { here, there } = await aWorld();
  const { userId, email } = there.staff.agent;
  const { token } = await inviteStaff(here.as("admin"), { email, role: "agent" });
  await expect(acceptAsNewUser({ token, ...account }, NOON)).rejects.toMatchObject({ code: "conflict" });
  expect(await acceptInvitation({ id: userId, email }, token, NOON)).toEqual({ slug: here.slug });
  expect(await findStaffActor(here.tenantId, userId)).toMatchObject({ role: "agent" });
});

test("T2: an invitation of one tenant is none in another, even with the other's name on its token", async () => {
  const { here, token } = await invited();
  const there = await aTenant();
  const forged = newTenantToken(there.tenantId).slice(0, 22) + token.slice(22);
  expect(await findInvitation(forged, NOON)).toBeNull();
  await expect(acceptAsNewUser({ token: forged, ...account }, NOON)).rejects.toMatchObject({
    code: "not_found",
  });
  expect(await findInvitation(newTenantToken(newId()), NOON)).toBeNull();
  expect(await findInvitation("x", NOON)).toBeNull();
  expect(await listInvitations(there.as("owner"))).toEqual([]);
  expect(await listInvitations(here.as("owner"))).toHaveLength(1);
});

test("an invitation works once, not after it was revoked, replaced or seven days old", async () => {
  const { here, email, id, token } = await invited();
  await revokeInvitation(here.as("admin"), id);
  await expect(acceptAsNewUser({ token, ...account }, NOON)).rejects.toMatchObject({
    code: "invite_revoked",
  });
  const second = await inviteStaff(here.as("owner"), { email, role: "agent" });
  const third = await inviteStaff(here.as("owner"), { email, role: "agent" });
  await expect(acceptAsNewUser({ token: second.token, ...account }, NOON)).rejects.toMatchObject({
    code: "invite_revoked",
  });
  const late = new Date(NOON.getTime() + 8 * 86_400_000);
  await expect(acceptAsNewUser({ token: third.token, ...account }, late)).rejects.toMatchObject({
    code: "invite_expired",
  });
  const user = await acceptAsNewUser({ token: third.token, ...account }, NOON);
  await expect(acceptInvitation({ id: user.id, email }, third.token, NOON)).rejects.toMatchObject({
    code: "invite_used_up",
  });
});

test("R2: only owner and admin see and manage the team, of their own tenant only (T3)", async () => {
  const { here, there } = await aWorld();
  for (const role of ["marketer", "finance", "agent"] as const) {
    const ctx = here.as(role);
    const staffId = here.staff.admin.staffId;
    const not = { code: "not_allowed" };
    await expect(inviteStaff(ctx, { email: anEmail(), role: "agent" })).rejects.toMatchObject(not);
    await expect(changeStaffRole(ctx, { staffId, role: "agent" })).rejects.toMatchObject(not);
    await expect(removeStaff(ctx, staffId)).rejects.toMatchObject(not);
    await expect(listStaff(ctx)).rejects.toMatchObject(not);
  }
  const foreign = there.staff.agent.staffId;
  for (const staffId of [foreign, newId()]) {
    await expect(removeStaff(here.as("owner"), staffId)).rejects.toMatchObject({ code: "not_found" });
    await expect(changeStaffRole(here.as("owner"), { staffId, role: "admin" })).rejects.toMatchObject({
      code: "not_found",
    });
  }
  expect((await listStaff(here.as("admin"))).map(({ role }) => role).sort()).toEqual([
    "admin",
    "agent",
    "finance",
    "marketer",
    "owner",
  ]);
});

test("R7: a removed person is nobody here on the very next look, and their keys are gone", async () => {
  const here = await aTenant();
  const { userId, staffId } = here.staff.agent;
  expect(await findStaffActor(here.tenantId, userId)).not.toBeNull();
  await createApiKey(here.as("agent"), { name: "painel", scopes: ["all"], staffId });
  await removeStaff(here.as("admin"), staffId);
  expect(await findStaffActor(here.tenantId, userId)).toBeNull();
  expect(await here.as("owner").db.apiKey.count()).toBe(0);
  const audit = await here.as("owner").db.auditEvent.findFirst({ where: { action: "staff.removed" } });
  expect(audit).toMatchObject({
    subjectId: staffId,
    actorId: here.staff.admin.staffId,
    before: { role: "agent" },
  });
});

test("R2: the owner can neither leave nor be demoted, and the database lets nobody be a second one", async () => {
  const here = await aTenant();
  const { owner, admin } = here.staff;
  const ctx = here.as("owner");
  await expect(removeStaff(ctx, owner.staffId)).rejects.toMatchObject({ code: "last_owner" });
  await expect(changeStaffRole(ctx, { staffId: owner.staffId, role: "admin" })).rejects.toMatchObject({
    code: "last_owner",
  });
  const second = ctx.db.staff.updateMany({ where: { id: admin.staffId }, data: { role: "owner" } });
  await expect(second).rejects.toSatisfy((error) => violatedUnique(error) !== null);
  expect(await ctx.db.staff.count({ where: { role: "owner" } })).toBe(1);
});

test("R2: of several owners from before, the first stays, the others become admins, and the history tells it", async () => {
  const here = await aTenant();
  const { owner, admin, agent } = here.staff;
  const statements = readFileSync("prisma/migrations/20261127032200_one_owner/migration.sql", "utf8");
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  try {
    await client.query("BEGIN; DROP INDEX staff_one_owner");
    await client.query("SELECT set_config('app.tenant_id', $1, true)", [here.tenantId]);
    const crowd = [admin.staffId, agent.staffId];
    await client.query("UPDATE staff SET role = 'owner' WHERE id = ANY ($1)", [crowd]);
    await client.query(statements);
    const { rows } = await client.query("SELECT id, role FROM staff WHERE id = ANY ($1)", [
      [owner.staffId, ...crowd],
    ]);
    expect(Object.fromEntries(rows.map(({ id, role }) => [id, role]))).toEqual({
      [owner.staffId]: "owner",
      [admin.staffId]: "admin",
      [agent.staffId]: "admin",
    });
    const kept = await client.query("SELECT role FROM staff_history WHERE staff_id = $1", [agent.staffId]);
    expect(kept.rows.map(({ role }) => role)).toContain("owner");
  } finally {
    await client.query("ROLLBACK");
    await client.end();
  }
});

test("R2: grants are of this tenant's communities, and end with a role that may have none", async () => {
  const { here, there } = await aWorld();
  const { staffId, userId } = here.staff.marketer;
  const [own, foreign] = [newId(), newId()];
  await here.as("owner").db.community.create({ data: { id: own, name: "Casa" } });
  await there.as("owner").db.community.create({ data: { id: foreign, name: "Outra" } });
  const grant = (communityIds: string[]) => setStaffGrants(here.as("admin"), { staffId, communityIds });
  await expect(grant([foreign])).rejects.toMatchObject({
    issues: [{ path: "communityIds", code: "unknown_id" }],
  });
  await grant([own, own]);
  expect(await findStaffActor(here.tenantId, userId)).toMatchObject({ grantedCommunityIds: [own] });
  await changeStaffRole(here.as("owner"), { staffId, role: "finance" });
  expect(await findStaffActor(here.tenantId, userId)).toMatchObject({
    role: "finance",
    grantedCommunityIds: [],
  });
});

test("somebody who is on the team already is not invited again", async () => {
  const here = await aTenant();
  const { email } = here.staff.finance;
  await expect(inviteStaff(here.as("owner"), { email, role: "agent" })).rejects.toMatchObject({
    issues: [{ path: "email", code: "already_staff" }],
  });
});
