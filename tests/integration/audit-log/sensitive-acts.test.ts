import { describe, expect, test } from "vitest";
import { acceptAsNewUser } from "@/lib/accounts/commands/accept-invitation";
import { changeStaffRole } from "@/lib/accounts/commands/change-staff-role";
import { inviteStaff } from "@/lib/accounts/commands/invite-staff";
import { issueApiKey, revokeApiKey } from "@/lib/accounts/commands/issue-api-key";
import { removeStaff } from "@/lib/accounts/commands/remove-staff";
import { revokeInvitation } from "@/lib/accounts/commands/revoke-invitation";
import { setStaffGrants } from "@/lib/accounts/commands/set-staff-grants";
import { seeAs } from "@/lib/accounts/see-as";
import { changeAnnouncement } from "@/lib/announcements/commands/change-announcement";
import { correctAnnouncement } from "@/lib/announcements/commands/correct-announcement";
import { createAnnouncement } from "@/lib/announcements/commands/create-announcement";
import { deleteAnnouncement } from "@/lib/announcements/commands/delete-announcement";
import { sendAnnouncement } from "@/lib/announcements/commands/schedule-announcement";
import { sendOccurrence } from "@/lib/announcements/commands/send-occurrence";
import { startAnnouncement } from "@/lib/announcements/commands/start-announcement";
import { createAnnouncementInput } from "@/lib/announcements/schema";
import { AUDIT_ACTIONS, type AuditAction } from "@/lib/audit/types";
import { exportAudit } from "@/lib/audit-log/queries/export-audit";
import { banMember } from "@/lib/bans/commands/ban-member";
import { liftBan } from "@/lib/bans/commands/lift-ban";
import { changePlan } from "@/lib/billing/commands/change-plan";
import { cancelSubscription, resumeSubscription } from "@/lib/billing/commands/end-subscription";
import { saveBillingProfile } from "@/lib/billing/commands/save-profile";
import { keepPlan } from "@/lib/billing/commands/schedule-change";
import { startCheckout } from "@/lib/billing/commands/start-checkout";
import { answerBlock } from "@/lib/blocks/commands/answer-block";
import { closeBlock } from "@/lib/blocks/commands/close-block";
import { drawWinners } from "@/lib/blocks/commands/draw-winners";
import { answerInput } from "@/lib/blocks/schema";
import { startBulkAct } from "@/lib/bulk-acts/commands/start-bulk-act";
import { startBulkActInput } from "@/lib/bulk-acts/schema";
import { addCommunityMembers } from "@/lib/communities/commands/add-community-members";
import { setCommunityArchived } from "@/lib/communities/commands/archive-community";
import { createCommunity } from "@/lib/communities/commands/create-community";
import { deleteCommunity } from "@/lib/communities/commands/delete-community";
import { setCommunityGrants } from "@/lib/communities/commands/set-community-grants";
import { setCommunityRole } from "@/lib/communities/commands/set-community-role";
import { updateCommunity } from "@/lib/communities/commands/update-community";
import { exportLedger } from "@/lib/consent/queries/export-ledger";
import { listOccurrencesOf } from "@/lib/delivery/queries/get-occurrence";
import { deleteField } from "@/lib/fields/commands/delete-field";
import { createField } from "@/lib/fields/commands/save-field";
import { addGroupMembers } from "@/lib/groups/commands/add-group-members";
import { setGroupArchived } from "@/lib/groups/commands/archive-group";
import { deleteGroup } from "@/lib/groups/commands/delete-group";
import { moveGroup } from "@/lib/groups/commands/move-group";
import { setGroupRole } from "@/lib/groups/commands/set-group-role";
import { splitGroup } from "@/lib/groups/commands/split-group";
import { updateGroup } from "@/lib/groups/commands/update-group";
import { runImport } from "@/lib/imports/commands/run-import";
import { startImport } from "@/lib/imports/commands/start-import";
import { undoImport } from "@/lib/imports/commands/undo-import";
import { createInvite } from "@/lib/invites/commands/create-invite";
import { revokeInvite } from "@/lib/invites/commands/revoke-invite";
import { nameSuccessor } from "@/lib/memberships/commands/name-successor";
import { reinstateMember, suspendMember } from "@/lib/memberships/commands/suspend-member";
import { mergeMembers } from "@/lib/merges/commands/merge-members";
import { undoMerge } from "@/lib/merges/commands/undo-merge";
import { hashPassword } from "@/lib/platform/auth/password";
import { systemContext } from "@/lib/platform/context";
import { platformClient } from "@/lib/platform/db/clients";
import { catalogues } from "@/lib/platform/i18n/catalogues";
import { eraseMember } from "@/lib/privacy/commands/erase-member";
import { exportPerson } from "@/lib/privacy/commands/export-person";
import { askAboutOwnData, enterRequest } from "@/lib/privacy/commands/open-request";
import {
  cancelRequest,
  completeRequest,
  refuseRequest,
  startRequest,
} from "@/lib/privacy/commands/step-request";
import { archiveSegment, createSegment, updateSegment } from "@/lib/segments/commands/save-segment";
import { segmentFilter } from "@/lib/segments/schema";
import type { StaffActor } from "@/lib/shared/actor";
import { newId } from "@/lib/shared/ids";
import { createTemplate, deleteTemplate } from "@/lib/templates/commands/save-template";
import {
  acceptTransfer,
  declineTransfer,
  withdrawTransfer,
} from "@/lib/tenant-life/commands/answer-transfer";
import { proposeTransfer } from "@/lib/tenant-life/commands/propose-transfer";
import { scheduleDeletion, undoDeletion } from "@/lib/tenant-life/commands/schedule-deletion";
import { updateTenant } from "@/lib/tenants/commands/update-tenant";
import { GIVEAWAY, openedBlock } from "../../support/blocks";
import { aTransfer } from "../../support/transfers";
import { aCommunity, aGroup, someMembers } from "../../support/village";
import { aMember, aTenant, type Neighbour, NOON } from "../../support/world";
import { deliver, handleAll, stripeForTests } from "../billing/stripe-world";
import { submitCheckout } from "../stripe-local/stand-in";
import { LINK_ACTS } from "./link-acts";
import { roomActs } from "./room-acts";

const world = stripeForTests();
const growth = { plan: "growth", interval: "month" } as const;
type Act = () => Promise<unknown>;

/**
 * Every sensitive act of the list (R6): what must be there before, and the act. A new action without one does not compile.
 */
const ACTS: Record<AuditAction, (here: Neighbour) => Promise<Act>> = {
  "announcement.status_changed": async (here) => {
    const { id } = await aDraft(here);
    return () => changeAnnouncement(here.as("owner"), id, { transition: "submit" });
  },
  "announcement.deleted": async (here) => {
    const { id } = await aDraft(here);
    return () => deleteAnnouncement(here.as("owner"), id);
  },
  "announcement.corrected": async (here) => {
    const { id } = await aSentAnnouncement(here);
    return () => correctAnnouncement(here.as("owner"), id, { body: "Às 19h" });
  },
  "announcement.retracted": async (here) => {
    const { id } = await aSentAnnouncement(here);
    return () => changeAnnouncement(here.as("owner"), id, { transition: "retract" });
  },
  "segment.created": async (here) => () => aSegment(here),
  "segment.updated": async (here) => {
    const { id } = await aSegment(here);
    return () => updateSegment(here.as("owner"), id, { name: "Fundistas" });
  },
  "segment.archived": async (here) => {
    const { id } = await aSegment(here);
    return () => archiveSegment(here.as("owner"), id);
  },
  "template.deleted": async (here) => {
    const ctx = here.as("owner");
    const { id } = await createTemplate(ctx, { name: "Treino", kind: "other", body: "Corrida às 18h" });
    return () => deleteTemplate(ctx, id);
  },
  "audit.exported": async (here) => () => exportAudit(here.as("owner"), {}, "csv"),
  "block.closed": async (here) => {
    const { blockId } = await openedBlock(here, GIVEAWAY);
    return () => closeBlock(here.as("owner"), blockId);
  },
  "block.drawn": async (here) => {
    const { blockId, memberIds } = await openedBlock(here, GIVEAWAY);
    const entry = answerInput.parse({ choices: ["in"] });
    await answerBlock(here.as({ memberId: memberIds[0] ?? "" }), blockId, entry);
    await closeBlock(here.as("owner"), blockId);
    return () => drawWinners(here.as("owner"), blockId);
  },
  "member.exported": async (here) => {
    const memberId = await aMember(here.tenantId);
    return () => exportPerson(here.as("owner"), { memberId, format: "json" });
  },
  "privacy_request.opened": async (here) => {
    const memberId = await aMember(here.tenantId);
    return () => askAboutOwnData(here.as({ memberId }), { kind: "access" });
  },
  "privacy_request.started": async (here) => {
    const id = await aRequest(here);
    return () => startRequest(here.as("owner"), id);
  },
  "privacy_request.completed": async (here) => {
    const id = await aRequest(here);
    return () => completeRequest(here.as("owner"), id, {});
  },
  "privacy_request.refused": async (here) => {
    const id = await aRequest(here);
    return () => refuseRequest(here.as("owner"), id, { reason: "unfounded" });
  },
  "privacy_request.cancelled": async (here) => {
    const id = await aRequest(here);
    return () => cancelRequest(here.as("owner"), id);
  },
  ...LINK_ACTS,
  ...roomActs(inAGroup),
  "consent.ledger_exported": async (here) => () => exportLedger(here.as("owner")),
  "billing.checkout_started": async (here) => () => startCheckout(here.as("owner"), growth),
  "billing.plan_change_requested": async (here) => {
    await subscribe(here);
    return () => changePlan(here.as("owner"), { plan: "scale", interval: "month" });
  },
  "billing.plan_change_called_off": async (here) => {
    await subscribe(here, "scale");
    await changePlan(here.as("owner"), { plan: "growth", interval: "month" });
    return () => keepPlan(here.as("owner"));
  },
  "billing.profile_saved": async (here) => () =>
    saveBillingProfile(here.as("owner"), { legalName: "Corre Vila Ltda", taxId: null, invoiceEmail: null }),
  "billing.cancelled": async (here) => {
    await subscribe(here);
    return () => cancelSubscription(here.as("owner"));
  },
  "billing.resumed": async (here) => {
    await subscribe(here);
    await cancelSubscription(here.as("owner"));
    return () => resumeSubscription(here.as("owner"));
  },
  "field.deleted": async (here) => {
    const { id } = await createField(here.as("owner"), { name: "Tamanho", kind: "text" });
    return () => deleteField(here.as("owner"), { id, withValues: true });
  },
  "plan.changed": async (here) => () => subscribe(here),
  "bulk_act.started": async (here) => {
    const selection = { memberIds: [await aMember(here.tenantId)] };
    const input = { action: "tag", selection, tags: ["vip"], confirmPeople: 1 };
    return () => startBulkAct(here.as("owner"), startBulkActInput.parse(input));
  },
  "community.created": async (here) => () => createCommunity(here.as("owner"), { name: "Corre Vila" }),
  "community.updated": async (here) => {
    const communityId = await aCommunity(here);
    return () => updateCommunity(here.as("owner"), { communityId, joinMode: "open" });
  },
  "community.archived": async (here) => {
    const communityId = await aCommunity(here);
    return () => setCommunityArchived(here.as("owner"), { communityId, archived: true });
  },
  "community.restored": async (here) => {
    const communityId = await aCommunity(here);
    await setCommunityArchived(here.as("owner"), { communityId, archived: true });
    return () => setCommunityArchived(here.as("owner"), { communityId, archived: false });
  },
  "community.deleted": async (here) => {
    const communityId = await aCommunity(here);
    return () => deleteCommunity(here.as("owner"), { communityId });
  },
  "community.role_changed": async (here) => {
    const { communityId, memberId } = await inACommunity(here);
    return () => setCommunityRole(here.as("owner"), { communityId, memberId, role: "admin" });
  },
  "community.grants_set": async (here) => {
    const communityId = await aCommunity(here);
    const staffIds = [here.staff.agent.staffId];
    return () => setCommunityGrants(here.as("owner"), { communityId, staffIds });
  },
  "community.successor_named": async (here) => {
    const { communityId, memberId } = await inACommunity(here);
    return () => nameSuccessor(here.as("owner"), { communityId, groupId: null, memberId });
  },
  "community.succeeded": async (here) => {
    const { communityId, memberId } = await inACommunity(here);
    await nameSuccessor(here.as("owner"), { communityId, groupId: null, memberId });
    return () => theLastAdminGoes(here, { communityId });
  },
  "group.successor_named": async (here) => {
    const place = await inAGroup(here);
    return () => nameSuccessor(here.as("owner"), place);
  },
  "group.succeeded": async (here) => {
    const place = await inAGroup(here);
    await nameSuccessor(here.as("owner"), place);
    return () => theLastAdminGoes(here, place);
  },
  "group.updated": async (here) => {
    const { groupId } = await inAGroup(here);
    return () => updateGroup(here.as("owner"), { groupId, overflow: true });
  },
  "group.archived": async (here) => {
    const { groupId } = await inAGroup(here);
    return () => setGroupArchived(here.as("owner"), { groupId, archived: true });
  },
  "group.restored": async (here) => {
    const { groupId } = await inAGroup(here);
    await setGroupArchived(here.as("owner"), { groupId, archived: true });
    return () => setGroupArchived(here.as("owner"), { groupId, archived: false });
  },
  "group.deleted": async (here) => {
    const { groupId } = await inAGroup(here);
    return () => deleteGroup(here.as("owner"), { groupId });
  },
  "group.moved": async (here) => {
    const { groupId } = await inAGroup(here);
    const communityId = await aCommunity(here, "Casa nova");
    return () => moveGroup(here.as("owner"), { groupId, communityId });
  },
  "group.split": async (here) => {
    const { groupId } = await inAGroup(here);
    const memberIds = await someMembers(here.tenantId, 2);
    await addGroupMembers(here.as("owner"), { groupId, memberIds });
    return () => splitGroup(here.as("owner"), { groupId });
  },
  "group.role_changed": async (here) => {
    const { groupId, memberId } = await inAGroup(here);
    return () => setGroupRole(here.as("owner"), { groupId, memberId, role: "admin" });
  },
  "import.started": async (here) => () => anImport(here),
  "import.undone": async (here) => {
    const { id } = await anImport(here);
    await runImport(systemContext(here.tenantId, "test"), { importId: id });
    return () => undoImport(here.as("owner"), { id });
  },
  "invite.created": async (here) => {
    const communityId = await aCommunity(here);
    return () => createInvite(here.as("owner"), { communityId });
  },
  "invite.revoked": async (here) => {
    const { id } = await createInvite(here.as("owner"), { communityId: await aCommunity(here) });
    return () => revokeInvite(here.as("owner"), { inviteId: id });
  },
  "key.created": async (here) => () => issueApiKey(here.as("owner"), { name: "x", scopes: ["all"] }),
  "key.revoked": async (here) => {
    const { id } = await issueApiKey(here.as("owner"), { name: "x", scopes: ["all"] });
    return () => revokeApiKey(here.as("owner"), id);
  },
  "member.banned": async (here) => {
    const { communityId, memberId } = await inACommunity(here);
    return () => banMember(here.as("owner"), { memberId, communityId });
  },
  "member.unbanned": async (here) => {
    const { communityId, memberId } = await inACommunity(here);
    const { id } = await banMember(here.as("owner"), { memberId, communityId });
    return () => liftBan(here.as("owner"), { banId: id });
  },
  "member.suspended": async (here) => {
    const memberId = await aMember(here.tenantId);
    return () => suspendMember(here.as("owner"), memberId);
  },
  "member.reinstated": async (here) => {
    const memberId = await aMember(here.tenantId);
    await suspendMember(here.as("owner"), memberId);
    return () => reinstateMember(here.as("owner"), memberId);
  },
  "member.erased": async (here) => {
    const memberId = await aMember(here.tenantId);
    return () => eraseMember(here.as("owner"), memberId);
  },
  "member.merged": async (here) => {
    const [intoId, fromId] = [await aMember(here.tenantId), await aMember(here.tenantId)];
    return () => mergeMembers(here.as("owner"), { intoId, fromId });
  },
  "member.merge_undone": async (here) => {
    const [intoId, fromId] = [await aMember(here.tenantId), await aMember(here.tenantId)];
    const { id } = await mergeMembers(here.as("owner"), { intoId, fromId });
    return () => undoMerge(here.as("owner"), id);
  },
  "member.seen_as": async (here) => {
    const headers = { "aldeia-view-as": await aMember(here.tenantId) };
    const ctx = { ...here.as("owner"), actor: here.as("owner").actor as StaffActor };
    return () => seeAs(new Request("http://localhost", { headers }), ctx, ["see_as"]);
  },
  "staff.invited": async (here) => () => invitation(here),
  "staff.invitation_revoked": async (here) => {
    const { id } = await invitation(here);
    return () => revokeInvitation(here.as("owner"), id);
  },
  "staff.joined": async (here) => {
    const { token } = await invitation(here);
    return () => acceptAsNewUser({ token, name: "Bia", password: "uma senha boa" }, NOON);
  },
  "staff.role_changed": async (here) => () =>
    changeStaffRole(here.as("owner"), { staffId: here.staff.agent.staffId, role: "admin" }),
  "staff.grants_set": async (here) => {
    const communityIds = [await aCommunity(here)];
    return () => setStaffGrants(here.as("owner"), { staffId: here.staff.agent.staffId, communityIds });
  },
  "staff.removed": async (here) => () => removeStaff(here.as("owner"), here.staff.agent.staffId),
  "tenant.ownership_proposed": async (here) => {
    const { userId } = here.staff.owner;
    const passwordHash = await hashPassword("uma senha boa");
    await platformClient().user.update({
      where: { id: userId },
      data: { passwordHash },
      select: { id: true },
    });
    const input = { staffId: here.staff.agent.staffId, currentPassword: "uma senha boa", code: "" };
    return () => proposeTransfer(here.as("owner"), input);
  },
  "tenant.ownership_transferred": async (here) => {
    const id = await aTransfer(here, "agent");
    return () => acceptTransfer(here.as("agent"), id);
  },
  "tenant.ownership_declined": async (here) => {
    const id = await aTransfer(here, "agent");
    return () => declineTransfer(here.as("agent"), id);
  },
  "tenant.ownership_withdrawn": async (here) => {
    const id = await aTransfer(here, "agent");
    return () => withdrawTransfer(here.as("owner"), id);
  },
  "tenant.deletion_scheduled": async (here) => {
    const name = await nameOf(here);
    return () => scheduleDeletion(here.as("owner"), name);
  },
  "tenant.deletion_undone": async (here) => {
    await scheduleDeletion(here.as("owner"), await nameOf(here));
    return () => undoDeletion(here.as("owner"));
  },
  "tenant.updated": async (here) => () =>
    updateTenant(here.as("owner"), { name: "Outro nome", locale: "es", timezone: "America/Manaus" }),
};

describe("R6: a sensitive act leaves exactly one event", () => {
  test.each(AUDIT_ACTIONS)("%s", async (action) => {
    const here = await aTenant(/^(billing|plan)/.test(action) ? "free" : "scale");
    const act = await ACTS[action](here);
    const { db } = here.as("owner");
    const known = (await db.auditEvent.findMany({ select: { id: true } })).map(({ id }) => id);
    await act();
    const events = await db.auditEvent.findMany({
      where: { id: { notIn: known }, action },
      select: {
        actorKind: true,
        subjectKind: true,
        subjectId: true,
        before: true,
        after: true,
        details: true,
      },
    });
    expect(events).toHaveLength(1);
    const { before, after, details } = events[0] ?? {};
    const fields = [before, after, details].flatMap((part) => Object.keys(part ?? {}));
    expect(Object.keys(catalogues["pt-BR"].audit.fields)).toEqual(expect.arrayContaining(fields));
    if (/(updated|_changed|_set)$|^plan/.test(action) && !action.startsWith("billing"))
      expect(events[0]).toMatchObject({ before: expect.anything(), after: expect.anything() });
  });
});

async function aDraft(here: Neighbour) {
  const communityIds = [await aCommunity(here)];
  return createAnnouncement(
    here.as("owner"),
    createAnnouncementInput.parse({ communityIds, body: "Às 18h" }),
  );
}

async function aSentAnnouncement(here: Neighbour) {
  const ctx = here.as("owner");
  const { id } = await aDraft(here);
  await sendAnnouncement(ctx, id, { undoSeconds: 0 });
  await startAnnouncement(ctx, id);
  for (const occurrence of (await listOccurrencesOf(ctx, { announcementId: id, limit: 1 })).data)
    await sendOccurrence(ctx, occurrence.id);
  return { id };
}

function aSegment(here: Neighbour) {
  return createSegment(here.as("owner"), {
    name: "Corredores",
    filter: segmentFilter.parse({ tag: "corre" }),
  });
}

async function inACommunity(here: Neighbour) {
  const communityId = await aCommunity(here);
  const memberId = await aMember(here.tenantId);
  await addCommunityMembers(here.as("owner"), { communityId, memberIds: [memberId], role: "member" });
  return { communityId, memberId };
}

async function inAGroup(here: Neighbour) {
  const { communityId, memberId } = await inACommunity(here);
  const groupId = await aGroup(here, communityId);
  await addGroupMembers(here.as("owner"), { groupId, memberIds: [memberId], role: "member" });
  return { communityId, groupId, memberId };
}

/** Steps down in a community, or in one of its rooms. */
async function theLastAdminGoes(here: Neighbour, place: { communityId: string; groupId?: string }) {
  const ctx = here.as("owner");
  const { communityId, groupId } = place;
  const where = groupId ? { groupId, role: "admin" } : { communityId, role: "admin" };
  const seat = groupId
    ? await ctx.db.groupMember.findFirstOrThrow({ where, select: { memberId: true } })
    : await ctx.db.communityMember.findFirstOrThrow({ where, select: { memberId: true } });
  const down = { memberId: seat.memberId, role: "member" } as const;
  return groupId ? setGroupRole(ctx, { groupId, ...down }) : setCommunityRole(ctx, { communityId, ...down });
}

async function aRequest(here: Neighbour): Promise<string> {
  const memberId = await aMember(here.tenantId);
  return (await enterRequest(here.as("owner"), { memberId, kind: "access", receivedBy: "letter" })).id;
}

async function nameOf(here: Neighbour): Promise<string> {
  return (await here.as("owner").db.tenant.findFirstOrThrow({ select: { name: true } })).name;
}

function invitation(here: Neighbour) {
  return inviteStaff(here.as("owner"), { email: `${newId()}@exemplo.example`, role: "agent" });
}

function anImport(here: Neighbour) {
  const bytes = new TextEncoder().encode("name,phone\nAna Prado,+5511955550001\n");
  return startImport(here.as("owner"), { bytes, fileName: "pessoas.csv", kind: "members_csv" });
}

async function subscribe(here: Neighbour, plan: "growth" | "scale" = "growth"): Promise<void> {
  world.received.length = 0;
  const { url } = await startCheckout(here.as("owner"), { ...growth, plan });
  await submitCheckout(url, "4242 4242 4242 4242");
  await handleAll(await deliver(world));
}
