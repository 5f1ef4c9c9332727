import { describe, expect, test } from "vitest";
import { changePassword } from "@/lib/accounts/commands/change-password";
import { changeStaffRole } from "@/lib/accounts/commands/change-staff-role";
import { removeStaff } from "@/lib/accounts/commands/remove-staff";
import { requestSignIn } from "@/lib/accounts/commands/request-sign-in";
import { signInByCode } from "@/lib/accounts/commands/sign-in-by-email";
import { findStaffActor } from "@/lib/accounts/queries/find-staff-actor";
import { hasPassword } from "@/lib/accounts/queries/has-password";
import { listStreamRights } from "@/lib/accounts/queries/list-stream-rights";
import { hashPassword } from "@/lib/platform/auth/password";
import { platformClient } from "@/lib/platform/db/clients";
import type { StaffRole } from "@/lib/shared/actor";
import { newId } from "@/lib/shared/ids";
import {
  acceptTransfer,
  declineTransfer,
  withdrawTransfer,
} from "@/lib/tenant-life/commands/answer-transfer";
import { proposeTransfer, requestProof } from "@/lib/tenant-life/commands/propose-transfer";
import { findTransferToMe, getTransfer, listTransfers } from "@/lib/tenant-life/queries/list-transfers";
import { asOwner } from "../../support/as-owner";
import { secretOf, takeMails } from "../../support/mail-queue";
import { aTransfer } from "../../support/transfers";
import { aTenant, aWorld, type Neighbour } from "../../support/world";

const PASSWORD = "uma senha boa";
const hash = hashPassword(PASSWORD);
const DAY = 86_400_000;

const refusalOf = (promise: Promise<unknown>) =>
  promise.then(
    () => null,
    (error: { code: string }) => error.code,
  );

async function aHouse(): Promise<Neighbour> {
  const here = await aTenant();
  await platformClient().user.update({
    where: { id: here.staff.owner.userId },
    data: { passwordHash: await hash },
    select: { id: true },
  });
  return here;
}

const propose = (here: Neighbour, to: StaffRole, currentPassword = PASSWORD) =>
  proposeTransfer(here.as("owner"), { staffId: here.staff[to].staffId, currentPassword, code: "" });
/** The code in the newest mail that was asked for. */
const codeFor = async (here: Neighbour) => {
  const mails = (await takeMails()).filter(({ to }) => to === here.staff.owner.email);
  return mails.map(secretOf).findLast((code) => /^\d{6}$/.test(code)) ?? "";
};
const roleOf = async (here: Neighbour, who: StaffRole) =>
  (await findStaffActor(here.tenantId, here.staff[who].userId))?.role;
const owners = (here: Neighbour) => here.as("owner").db.staff.count({ where: { role: "owner" } });
const later = (here: Neighbour, who: StaffRole, days: number) => {
  const ctx = here.as(who);
  return { ...ctx, now: new Date(ctx.now.getTime() + days * DAY) };
};

type Queued = { payload: { staffId: string; mail: { to: string; subject: string; text: string } } };
const mailsOf = async (here: Neighbour) =>
  (
    await asOwner<Queued>(
      process.env.DATABASE_URL ?? "",
      `SELECT j.payload FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks t ON t.id = j.task_id
       WHERE t.identifier = 'send_staff_mail' AND j.payload ->> 'tenantId' = $1 ORDER BY j.id`,
      [here.tenantId],
    )
  ).map(({ payload }) => payload);

describe("R2: the ownership changes hands by consent", () => {
  test("who it is proposed to accepts: they own it, who gave it stays as admin, grants are gone", async () => {
    const here = await aHouse();
    const communityId = newId();
    await here.as("owner").db.community.create({ data: { id: communityId, name: "Casa" } });
    const { staffId } = here.staff.marketer;
    await here.as("owner").db.staffGrant.create({ data: { staffId, communityId } });
    const { id } = await propose(here, "marketer");
    expect([await roleOf(here, "owner"), await roleOf(here, "marketer")]).toEqual(["owner", "marketer"]);
    await acceptTransfer(here.as("marketer"), id);
    expect([await roleOf(here, "owner"), await roleOf(here, "marketer")]).toEqual(["admin", "owner"]);
    expect(await here.as("owner").db.staffGrant.count()).toBe(0);
  });

  test("it takes the owner's password, and nothing else of an account that has one", async () => {
    const here = await aHouse();
    for (const currentPassword of ["outra", ""])
      await expect(propose(here, "admin", currentPassword)).rejects.toMatchObject({
        issues: [{ path: "currentPassword", code: "wrong_password" }],
      });
    await requestProof(here.as("owner"));
    const { staffId } = here.staff.admin;
    const code = await codeFor(here);
    const byCode = proposeTransfer(here.as("owner"), { staffId, currentPassword: "", code });
    expect(await refusalOf(byCode)).toBe("invalid_input");
    expect(await listTransfers(here.as("owner"))).toEqual([]);
  });

  test("without a password it takes a code mailed for this: once, the newest, and few tries", async () => {
    const here = await aTenant();
    const { staffId } = here.staff.admin;
    const byCode = (code: string) =>
      proposeTransfer(here.as("owner"), { staffId, currentPassword: PASSWORD, code });
    const refusedAs = (code: string) => ({ issues: [{ path: "code", code }] });
    await expect(byCode("")).rejects.toMatchObject(refusedAs("code_needed"));
    await expect(byCode("123456")).rejects.toMatchObject(refusedAs("wrong_code"));
    await requestProof(here.as("owner"));
    const older = await codeFor(here);
    await requestProof(here.as("owner"));
    const newer = await codeFor(here);
    if (older !== newer) await expect(byCode(older)).rejects.toMatchObject(refusedAs("wrong_code"));
    const { id } = await byCode(newer);
    await withdrawTransfer(here.as("owner"), id);
    await expect(byCode(newer)).rejects.toMatchObject(refusedAs("wrong_code"));
    await requestProof(here.as("owner"));
    const right = await codeFor(here);
    const wrong = right === "000000" ? "000001" : "000000";
    for (let n = 0; n < 5; n++) await refusalOf(byCode(wrong));
    await expect(byCode(right)).rejects.toMatchObject(refusedAs("wrong_code"));
  });

  test("whoever finds a session open sets no first password with it, and so proves nothing", async () => {
    const here = await aTenant();
    const user = { id: here.staff.owner.userId };
    const input = { currentPassword: "", newPassword: "uma senha nova" };
    expect(await refusalOf(changePassword(user, { ...input, code: "" }))).toBe("invalid_input");
    expect(await hasPassword(user.id)).toBe(false);
    await requestProof(here.as("owner"));
    await changePassword(user, { ...input, code: await codeFor(here) });
    expect(await hasPassword(user.id)).toBe(true);
  });

  test("a code for signing in proves nothing here, and the other way round", async () => {
    const here = await aTenant();
    const { staffId } = here.staff.admin;
    await takeMails();
    const asked = { purpose: "member_code", email: here.staff.owner.email, locale: "pt-BR" } as const;
    const tokenId = await requestSignIn({ ...asked, ip: null, returnTo: null });
    const code = secretOf((await takeMails())[0]);
    const propose = proposeTransfer(here.as("owner"), { staffId, currentPassword: "", code });
    await expect(propose).rejects.toMatchObject({ issues: [{ path: "code", code: "wrong_code" }] });
    await requestProof(here.as("owner"));
    const proof = await codeFor(here);
    expect(await refusalOf(signInByCode({ tokenId, code: proof, ip: null }))).toBe(
      proof === code ? null : "invalid_input",
    );
  });

  test("only the owner is mailed a code", async () => {
    const here = await aHouse();
    for (const role of ["admin", "finance"] as const)
      expect(await refusalOf(requestProof(here.as(role)))).toBe("not_allowed");
  });

  test("nobody but the owner proposes, to nobody outside of the team (T3), and not to themself", async () => {
    const [here, there] = [await aHouse(), await aTenant()];
    const to = { staffId: here.staff.agent.staffId, currentPassword: PASSWORD, code: "" };
    for (const role of ["admin", "marketer", "finance", "agent"] as const)
      expect(await refusalOf(proposeTransfer(here.as(role), to))).toBe("not_allowed");
    for (const staffId of [there.staff.admin.staffId, newId()])
      await expect(proposeTransfer(here.as("owner"), { ...to, staffId })).rejects.toMatchObject({
        issues: [{ path: "staffId", code: "unknown_id" }],
      });
    await expect(propose(here, "owner")).rejects.toMatchObject({
      issues: [{ path: "staffId", code: "already_owner" }],
    });
  });

  test("nobody answers for another, and nobody else learns of it", async () => {
    const [here, there] = [await aHouse(), await aTenant()];
    const { id } = await propose(here, "agent");
    for (const role of ["owner", "admin", "finance"] as const)
      expect(await refusalOf(acceptTransfer(here.as(role), id))).toBe("not_found");
    expect(await refusalOf(acceptTransfer(there.as("agent"), id))).toBe("not_found");
    expect(await refusalOf(withdrawTransfer(here.as("agent"), id))).toBe("not_found");
    expect(await refusalOf(getTransfer(here.as("admin"), id))).toBe("not_found");
    expect(await listTransfers(here.as("admin"))).toEqual([]);
    expect((await listTransfers(here.as("agent"))).map((each) => each.id)).toEqual([id]);
    expect((await findTransferToMe(here.as("agent")))?.from.name).toBe("Dona Inês");
    expect(await findTransferToMe(here.as("admin"))).toBeNull();
    expect(await refusalOf(listTransfers(here.as({ memberId: here.ownerMemberId })))).toBe("not_allowed");
  });

  test("one waits at a time; declined or withdrawn it is over, and there is room for another", async () => {
    const here = await aHouse();
    const first = await propose(here, "admin");
    expect(await refusalOf(propose(here, "agent"))).toBe("transfer_pending");
    await declineTransfer(here.as("admin"), first.id);
    expect(await refusalOf(acceptTransfer(here.as("admin"), first.id))).toBe("transfer_over");
    const second = await propose(here, "agent");
    await withdrawTransfer(here.as("owner"), second.id);
    expect(await refusalOf(acceptTransfer(here.as("agent"), second.id))).toBe("transfer_over");
    expect((await listTransfers(here.as("owner"))).map(({ status }) => status)).toEqual(
      expect.arrayContaining(["withdrawn", "declined"]),
    );
    expect(await owners(here)).toBe(1);
  });

  test("after seven days it is over by itself, and another one may be proposed", async () => {
    const here = await aHouse();
    const { id } = await propose(here, "admin");
    expect(await refusalOf(acceptTransfer(later(here, "admin", 7), id))).toBe("transfer_over");
    expect(await findTransferToMe(later(here, "admin", 7))).toBeNull();
    expect((await getTransfer(later(here, "owner", 7), id)).status).toBe("expired");
    const to = { staffId: here.staff.agent.staffId, currentPassword: PASSWORD, code: "" };
    const next = await proposeTransfer(later(here, "owner", 8), to);
    await acceptTransfer(later(here, "agent", 9), next.id);
    expect(await roleOf(here, "agent")).toBe("owner");
  });

  test("who leaves the team takes the proposal along", async () => {
    const here = await aHouse();
    const { id } = await propose(here, "agent");
    await removeStaff(here.as("admin"), here.staff.agent.staffId);
    expect(await refusalOf(acceptTransfer(here.as("agent"), id))).toBe("not_found");
    await propose(here, "admin");
  });

  test("nobody is made an owner on the team's page, not even by the owner", async () => {
    const here = await aHouse();
    const input = { staffId: here.staff.admin.staffId, role: "owner" } as const;
    expect(await refusalOf(changeStaffRole(here.as("owner"), input))).toBe("not_allowed");
  });
});

describe("R2: at each instant there is exactly one owner", () => {
  test("accepted twice at the same moment, one of them is the transfer and the other is over", async () => {
    const here = await aHouse();
    const { id } = await propose(here, "admin");
    const seen: number[] = [];
    const watch = (async () => {
      for (let look = 0; look < 30; look++) seen.push(await owners(here));
    })();
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => refusalOf(acceptTransfer(here.as("admin"), id))),
    );
    await watch;
    expect(answers.sort()).toEqual([null, ...Array(5).fill("transfer_over")].sort());
    expect(new Set(seen)).toEqual(new Set([1]));
    expect([await roleOf(here, "owner"), await roleOf(here, "admin")]).toEqual(["admin", "owner"]);
  });

  test("accepted and withdrawn at the same moment, one of both holds", async () => {
    const here = await aHouse();
    const { id } = await propose(here, "admin");
    const [accepted, withdrawn] = await Promise.all([
      refusalOf(acceptTransfer(here.as("admin"), id)),
      refusalOf(withdrawTransfer(here.as("owner"), id)),
    ]);
    expect([accepted, withdrawn].filter((code) => code === null)).toHaveLength(1);
    expect(await roleOf(here, "admin")).toBe(accepted === null ? "owner" : "admin");
    expect(await owners(here)).toBe(1);
  });

  test("proposed to two people at the same moment, one proposal waits", async () => {
    const here = await aHouse();
    const codes = await Promise.all([refusalOf(propose(here, "admin")), refusalOf(propose(here, "agent"))]);
    expect(codes.filter((code) => code === null)).toHaveLength(1);
    expect(codes).toContain("transfer_pending");
  });

  test("accepted while who receives it is removed: they own it, or it is gone", async () => {
    const here = await aHouse();
    const { id } = await propose(here, "agent");
    await Promise.all([
      refusalOf(acceptTransfer(here.as("agent"), id)),
      refusalOf(removeStaff(here.as("admin"), here.staff.agent.staffId)),
    ]);
    expect(await owners(here)).toBe(1);
  });
});

test("R7: who gave it away is an admin for open streams and keys too, and gives nothing a second time", async () => {
  const here = await aHouse();
  const before = here.as("owner");
  const { id } = await propose(here, "admin");
  await acceptTransfer(here.as("admin"), id);
  const { userId } = here.staff.owner;
  const rights = await listStreamRights(here.tenantId, { userIds: [userId], keyHashes: [] });
  expect(rights.staff.get(userId)?.actor.role).toBe("admin");
  const again = { staffId: here.staff.marketer.staffId, currentPassword: PASSWORD, code: "" };
  expect(await refusalOf(proposeTransfer(before, again))).toBe("not_allowed");
});

test("R6: each step is in the audit, and both are told by mail, as long as they are of the team", async () => {
  const here = await aHouse();
  const first = await propose(here, "admin");
  await withdrawTransfer(here.as("owner"), first.id);
  const second = await propose(here, "admin");
  await declineTransfer(here.as("admin"), second.id);
  const third = await propose(here, "admin");
  await acceptTransfer(here.as("admin"), third.id);
  const events = await here.as("owner").db.auditEvent.findMany({
    where: { action: { startsWith: "tenant.ownership" } },
    select: { action: true, after: true },
  });
  expect(events.map(({ action }) => action).sort()).toEqual([
    "tenant.ownership_declined",
    "tenant.ownership_proposed",
    "tenant.ownership_proposed",
    "tenant.ownership_proposed",
    "tenant.ownership_transferred",
    "tenant.ownership_withdrawn",
  ]);
  const mails = await mailsOf(here);
  expect(mails).toHaveLength(12);
  const to = (role: StaffRole) => mails.filter(({ mail }) => mail.to === here.staff[role].email);
  expect([to("owner").length, to("admin").length]).toEqual([6, 6]);
  expect(to("admin")[0]?.mail.text).toContain(`/t/${here.slug}/settings/ownership`);
});

test("T2: a transfer of one tenant is none in another", async () => {
  const { here, there } = await aWorld();
  await aTransfer(here, "admin");
  expect(await listTransfers(there.as("owner"))).toEqual([]);
  expect(await there.as("owner").db.ownershipTransfer.count()).toBe(0);
});
