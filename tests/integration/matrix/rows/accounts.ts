import { createApiKey } from "@/lib/accounts/commands/create-api-key";
import { inviteStaff } from "@/lib/accounts/commands/invite-staff";
import { requestSignIn } from "@/lib/accounts/commands/request-sign-in";
import { platformClient } from "@/lib/platform/db/clients";
import { STAFF_ROLES } from "@/lib/shared/actor";
import { newId } from "@/lib/shared/ids";
import type { Place } from "../place";
import type { ActionRow, JobRow, MailRow, PageRow } from "../row-types";

/** One more marketer of the tenant, who may be changed and removed. */
const colleague = (place: Place) =>
  place.once("colleague", async () => {
    const [staffId, userId] = [newId(), newId()];
    await platformClient().user.create({
      data: { id: userId, email: `${userId}@casa.example`, name: "Rui" },
    });
    await place.owner.db.staff.create({ data: { id: staffId, userId, role: "marketer" } });
    return staffId;
  });

const invitation = (place: Place) =>
  place.once("invitation", async () => {
    const email = `${newId()}@convite.example`;
    return (await inviteStaff(place.owner, { email, role: "agent" })).id;
  });

const owners = ["owner", "admin"] as const;
const ownAccount = { for: "user", why: "the account of the user who is signed in, in no tenant" } as const;
const signsIn = {
  for: "visitor",
  why: "signing in: who it is comes from the password, code or link",
} as const;

const key = (place: Place) =>
  place.once("key", async () => {
    const { staffId } = place.here.staff.owner;
    return (await createApiKey(place.owner, { name: "Integração", scopes: ["all"], staffId })).id;
  });

export const accountsActions: Record<string, ActionRow> = {
  "accounts/signInAction": signsIn,
  "accounts/requestCodeAction": signsIn,
  "accounts/signInByCodeAction": signsIn,
  "accounts/signInByLinkAction": signsIn,
  "accounts/verifyEmailAction": signsIn,
  "accounts/signOutAction": { for: "visitor", why: "ends the session of this browser" },
  "accounts/signUpAction": { for: "visitor", why: "makes a tenant of its own" },
  "accounts/acceptAsNewUserAction": { for: "visitor", why: "the token of the invitation names the tenant" },
  "accounts/acceptInvitationAction": { for: "user", why: "the token of the invitation names the tenant" },
  "accounts/createOrganizationAction": { for: "user", why: "makes a tenant of its own" },
  "accounts/signOutEverywhereAction": ownAccount,
  "accounts/changePasswordAction": ownAccount,
  "accounts/renameAction": ownAccount,
  "accounts/resendVerificationAction": ownAccount,
  "accounts/sendCodeAction": ownAccount,
  "accounts/endSeeAsAction": ownAccount,
  "accounts/seeAsAction": {
    for: "staff",
    form: ({ memberId }) => ({ memberId }),
    allowed: ["owner", "admin"],
    tells: "nobody",
  },
  "accounts/updateTenantAction": {
    for: "staff",
    form: () => ({ name: "Casa nova", locale: "pt-BR", timezone: "America/Sao_Paulo" }),
    allowed: owners,
    tells: "nobody",
  },
  "accounts/issueApiKeyAction": {
    for: "staff",
    form: () => ({ name: "Integração", "scopes[]": ["members:read"] }),
    allowed: owners,
    tells: "nobody",
  },
  "accounts/revokeApiKeyAction": {
    for: "staff",
    form: async (place) => ({ keyId: await key(place) }),
    allowed: owners,
    tells: "nobody",
  },
  "accounts/inviteStaffAction": {
    for: "staff",
    form: () => ({ email: `${newId()}@convite.example`, role: "agent" }),
    allowed: owners,
    tells: "nobody",
  },
  "accounts/revokeInvitationAction": {
    for: "staff",
    form: async (place) => ({ invitationId: await invitation(place) }),
    allowed: owners,
    tells: "nobody",
  },
  "accounts/changeRoleAction": {
    for: "staff",
    form: async (place) => ({ staffId: await colleague(place), role: "agent" }),
    allowed: owners,
    tells: "nobody",
  },
  "accounts/removeStaffAction": {
    for: "staff",
    form: async (place) => ({ staffId: await colleague(place) }),
    allowed: owners,
    tells: "nobody",
  },
  "accounts/setGrantsAction": {
    for: "staff",
    form: async (place) => ({ staffId: await colleague(place), "communityIds[]": [place.communityId] }),
    allowed: owners,
    tells: "nobody",
  },
};

export const accountsJobs: Record<string, JobRow> = {
  send_sign_in_mail: { platform: "somebody who signs in is in no tenant yet; the subject is an address" },
};

export const accountsPages: Record<string, PageRow> = {
  "/t/[tenant]": { allowed: STAFF_ROLES, tells: "nobody" },
  "/t/[tenant]/settings": { allowed: STAFF_ROLES, tells: "nobody" },
  "/t/[tenant]/settings/keys": { allowed: owners, tells: "nobody" },
  "/t/[tenant]/settings/organization": { allowed: owners, tells: "nobody" },
  "/t/[tenant]/settings/team": { allowed: ["owner", "admin"], tells: "nobody" },
};

export const accountsMails: Record<string, MailRow> = {
  "lib/accounts/commands/invite-staff.ts": { send: invitation, tells: "nobody" },
  "lib/accounts/commands/send-sign-in-mail.ts": {
    send: (place) =>
      requestSignIn({
        purpose: "email_link",
        email: place.here.staff.owner.email,
        locale: "pt-BR",
        ip: null,
        returnTo: null,
      }),
    tells: "nobody",
  },
};
