import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { aWorld, type Neighbour } from "../../support/world";
import { stripeForTests } from "../billing/stripe-world";
import { callAction, codeOf } from "./call-action";
import { callApi, keyOf } from "./call-api";
import { aPlace, type Place } from "./place";
import { actionRows, apiRows } from "./rows";
import { signIn } from "./web-edge";

// B6: a payment is overdue for longer than the retry window. Everything that changes something × refused, but paying,
// leaving, taking rights away, and what the law gives people at any time.
stripeForTests();
const GOES_ON = [
  "accounts/seeAsAction",
  "accounts/seeAsInPortalAction",
  "accounts/changeRoleAction",
  "accounts/removeStaffAction",
  "accounts/revokeApiKeyAction",
  "accounts/revokeInvitationAction",
  "accounts/setGrantsAction",
  "announcements/endEvergreenAction",
  "announcements/stopAnnouncementAction",
  "billing/cancelSubscriptionAction",
  "billing/changePlanAction",
  "billing/keepPlanAction",
  "billing/openPortalAction",
  "billing/resumeSubscriptionAction",
  "billing/saveBillingProfileAction",
  "billing/startCheckoutAction",
  "communities/setCommunityGrantsAction",
  "communities/setOwnCommunityGrantsAction",
  "consent/chooseConsentsAction",
  "whatsapp/checkWhatsappAction",
  "whatsapp/disconnectWhatsappAction",
  "POST /whatsapp-account/check",
  "DELETE /whatsapp-account",
  "calendar/makeCalendarLinkAction",
  "calendar/revokeCalendarLinkAction",
  "POST /calendar-link",
  "DELETE /calendar-link",
  "push/turnOnPushAction",
  "push/turnOffPushAction",
  "POST /members/{id}/push-subscriptions",
  "DELETE /members/{id}/push-subscriptions/{deviceId}",
  "memberships/chooseMutesAction",
  "POST /members/{id}/mutes",
  "privacy/askAboutOwnDataAction",
  "privacy/cancelOwnRequestAction",
  "privacy/cancelRequestAction",
  "privacy/completeRequestAction",
  "privacy/enterRequestAction",
  "privacy/refuseRequestAction",
  "privacy/startRequestAction",
  "POST /members/{id}/export",
  "POST /privacy-requests",
  "POST /privacy-requests/{id}/start",
  "POST /privacy-requests/{id}/complete",
  "POST /privacy-requests/{id}/refuse",
  "POST /privacy-requests/{id}/cancel",
  "consent/moveChannelAction",
  "consent/recordConsentAction",
  "groups/stopWaitingAction",
  "feedback-forms/forgetContactAction",
  "feedback-forms/revokeFeedbackFormAction",
  "POST /feedback-forms/{id}/revoke",
  "DELETE /feedback/{id}/contact",
  "invites/revokeInviteAction",
  "invites/revokeInviteInPortalAction",
  "memberships/leaveCommunityAction",
  "memberships/leaveGroupAction",
  "memberships/removeInPortalAction",
  "memberships/removeMemberAction",
  "memberships/suspendMemberAction",
  "tenant-life/declineTransferAction",
  "tenant-life/scheduleDeletionAction",
  "tenant-life/undoDeletionAction",
  "tenant-life/withdrawTransferAction",
  "DELETE /communities/{id}/grants/{staffId}",
  "privacy/eraseMemberAction",
  "DELETE /communities/{id}/members/{memberId}",
  "DELETE /groups/{id}/members/{memberId}",
  "DELETE /members/{id}",
  "POST /announcements/{id}/cancel",
  "POST /announcements/{id}/pause",
  "POST /announcements/{id}/rehearsal",
  "POST /announcements/{id}/end-evergreen",
  "POST /announcements/{id}/retract",
  "POST /announcements/{id}/unschedule",
  "POST /invites/{id}/revoke",
  "POST /members/{id}/consents",
  "PATCH /members/{id}/channel-order",
  "POST /members/{id}/suspend",
  "POST /schedules/preview",
  "POST /ownership-transfers/{id}/decline",
  "POST /ownership-transfers/{id}/withdraw",
  "POST /tenant/deletion",
  "DELETE /tenant/deletion",
  "POST /subscription/cancel",
  "POST /subscription/change",
  "PATCH /billing-profile",
  "POST /subscription/checkout",
  "POST /subscription/keep",
  "POST /subscription/portal",
  "POST /subscription/preview",
  "POST /subscription/resume",
];

let here: Neighbour;
let place: Place;

beforeAll(async () => {
  ({ here } = await aWorld());
});

// What went on has used up its place.
beforeEach(async () => {
  place = await aPlace(here, { granted: true });
});

describe.each(Object.entries(actionRows))("%s", (name, row) => {
  test.runIf(row.for === "staff" || row.for === "member")(expectation(name), async () => {
    if (row.for !== "staff" && row.for !== "member") return;
    const fields = await row.form(place);
    await signIn(row.for === "member" ? place.memberUserId : here.staff.owner.userId);
    await setReadOnly(new Date(Date.now() - 1));
    const code = codeOf(await callAction(name, here.slug, fields));
    await setReadOnly(null);
    expectGate(name, code);
  });
});

describe.each(Object.entries(apiRows).filter(([endpoint]) => !endpoint.startsWith("GET")))(
  "%s",
  (endpoint, row) => {
    test(expectation(endpoint), async () => {
      const token = await keyOf(here, "owner");
      const [params, body] = [await row.params?.(place), await row.body?.(place)];
      await setReadOnly(new Date(Date.now() - 1));
      const answer = await callApi(endpoint, { token, body, ...(params ? { params } : {}) });
      await setReadOnly(null);
      expectGate(endpoint, answer.status < 400 ? "done" : String(answer.json.code));
    });
  },
);

test("a date to come closes nothing yet, and a tenant that is to be deleted is closed", async () => {
  const token = await keyOf(here, "owner");
  const create = () => callApi("POST /communities", { token, body: { name: "Vila nova" } });
  await setReadOnly(new Date(Date.now() + 60_000));
  expect((await create()).status).toBe(201);
  await here.as("owner").db.tenant.updateMany({ data: { deletionDueAt: new Date() } });
  expect((await create()).json).toMatchObject({ status: 409, code: "read_only" });
  await here.as("owner").db.tenant.updateMany({ data: { deletionDueAt: null } });
});

// T5: a tenant that is to be deleted binds itself to nothing: what goes on for who has to pay is closed to who goes.
const CLOSED_TO_WHO_GOES = [
  "POST /subscription/checkout",
  "POST /subscription/change",
  "POST /subscription/keep",
  "POST /subscription/portal",
  "POST /subscription/preview",
  "POST /subscription/resume",
];

test.each(CLOSED_TO_WHO_GOES)(
  "T5: %s is closed while the tenant is marked for deletion",
  async (endpoint) => {
    const [token, body] = [await keyOf(here, "owner"), await apiRows[endpoint]?.body?.(place)];
    const { db } = here.as("owner");
    await db.tenant.updateMany({ data: { deletionDueAt: new Date() } });
    const answer = await callApi(endpoint, { token, body });
    await db.tenant.updateMany({ data: { deletionDueAt: null } });
    expect(answer.json).toMatchObject({ status: 409, code: "read_only" });
    expect(answer.json.detail).toContain("deletion");
  },
);

async function setReadOnly(readOnlyFrom: Date | null): Promise<void> {
  await here.as("owner").db.tenant.updateMany({ data: { readOnlyFrom } });
}

function expectation(name: string): string {
  return GOES_ON.includes(name) ? "goes on" : "is refused and changes nothing";
}

function expectGate(name: string, code: string): void {
  if (GOES_ON.includes(name)) expect(code).not.toBe("read_only");
  else expect(code).toBe("read_only");
}
