import { STAFF_ROLES } from "@/lib/shared/actor";
import { unsafeTellOfTransfer } from "@/lib/tenant-life/commands/tell-of-transfer";
import { unsafeTellOwners } from "@/lib/tenant-life/commands/tell-owners";
import { aTransfer } from "../../../support/transfers";
import { aConnection } from "../../../support/whatsapp-connection";
import type { Place } from "../place";
import type { ActionRow, ApiRow, JobRow, MailRow, PageRow } from "../row-types";

// A tenant's own life: how it works, who owns it, and its end.
const managers = ["owner", "admin"] as const;
const byOwner = { for: "staff", allowed: ["owner"], permitted: true, tells: "nobody" } as const;

const byReceiver = { ...byOwner, allowed: ["admin"] } as const;

const onlyOwner = { allowed: ["owner"], permitted: true, tells: "nobody" } as const;
const onlyReceiver = { allowed: ["admin"], permitted: true, tells: "nobody" } as const;

/** One that is over, to the admin. */
const transfer = (place: Place) =>
  place.once("transfer", () => aTransfer(place.here, "admin", { status: "declined" }));
const transferForm = async (place: Place) => ({ transferId: await transfer(place) });

const connectForm = () => ({
  phoneNumberId: "100200300",
  businessId: "100200300",
  token: "t",
  appSecret: "s",
  templateName: "aviso",
  templateLanguage: "pt_BR",
  perDay: "250",
  perSecond: "80",
});

export const tenantLifeActions: Record<string, ActionRow> = {
  "whatsapp/connectWhatsappAction": { for: "staff", allowed: managers, form: connectForm, tells: "nobody" },
  "whatsapp/checkWhatsappAction": { for: "staff", allowed: managers, form: () => ({}), tells: "nobody" },
  "whatsapp/setPricesAction": {
    for: "staff",
    allowed: managers,
    form: () => ({ currency: "USD", prices: "BR; marketing; 0,0625; 2026-01-01" }),
    tells: "nobody",
  },
  "whatsapp/disconnectWhatsappAction": { for: "staff", allowed: managers, form: () => ({}), tells: "nobody" },
  "accounts/updateWorkSettingsAction": {
    for: "staff",
    allowed: managers,
    form: () => ({
      confirmThreshold: "900",
      adminActiveDays: "45",
      weeklyAnnouncements: "9",
      weeklyPromotions: "2",
      quietFromHour: "22",
      quietUntilHour: "8",
      businessFromHour: "9",
      businessUntilHour: "18",
      relayDueHours: "2",
      suggestionDueDays: "3",
      questionDueDays: "3",
      complaintDueDays: "3",
      praiseDueDays: "3",
      relayCloseHours: "12",
      inboxReplyHours: "4",
    }),
    tells: "nobody",
  },
  "accounts/updateLimitsAction": {
    for: "staff",
    allowed: managers,
    form: () => ({
      groupMembers: "1000",
      communityGroups: "20",
      communityMembers: "20000",
      laneMembers: "4000",
    }),
    tells: "nobody",
  },
  // What is right would take the village away from its owner, or close it: what is wrong or over tells who may as well.
  "tenant-life/proposeTransferAction": {
    ...byOwner,
    form: ({ here }) => ({ staffId: here.staff.admin.staffId, currentPassword: "x" }),
  },
  "tenant-life/acceptTransferAction": { ...byReceiver, form: transferForm },
  "tenant-life/declineTransferAction": { ...byReceiver, form: transferForm },
  "tenant-life/withdrawTransferAction": { ...byOwner, form: transferForm },
  "tenant-life/scheduleDeletionAction": { ...byOwner, form: () => ({ typedName: "Outro nome" }) },
  "tenant-life/undoDeletionAction": { for: "staff", allowed: ["owner"], form: () => ({}), tells: "nobody" },
};

export const tenantLifeJobs: Record<string, JobRow> = {
  "whatsapp.take_events": { alone: "handles what webhooks brought for its own tenant" },
  "tenant_life.erase": { alone: "erases its own tenant, if its days of grace are over" },
  "tenant_life.sweep": { platform: "queues a job for each tenant that is due, and reads nothing more" },
  "billing.follow_deletion": { alone: "asks Stripe about its own tenant's subscription" },
};

export const tenantLifeMails: Record<string, MailRow> = {
  "lib/tenant-life/commands/tell-owners.ts": {
    send: async ({ owner }) => {
      await unsafeTellOwners(owner, { kind: "scheduled", dueAt: owner.now });
      await unsafeTellOwners(owner, { kind: "undone" });
    },
    tells: "nobody",
  },
  "lib/tenant-life/commands/tell-of-transfer.ts": {
    send: async (place) => {
      const id = await transfer(place);
      for (const news of ["proposed", "declined", "withdrawn", "accepted"] as const)
        await unsafeTellOfTransfer(place.owner, id, news);
    },
    tells: "nobody",
  },
};

export const tenantLifePages: Record<string, PageRow> = {
  "/t/[tenant]/settings/whatsapp": { allowed: managers, tells: "nobody" },
  "/t/[tenant]/settings/ownership": { allowed: ["owner"], tells: "nobody" },
};

const params = async (place: Place) => ({ id: await transfer(place) });

export const tenantLifeApi: Record<string, ApiRow> = {
  "GET /whatsapp-account": { allowed: managers, seeAs: 403, tells: "nobody" },
  "POST /whatsapp-account": { allowed: managers, body: () => aConnection(), tells: "nobody" },
  "POST /whatsapp-account/check": { allowed: managers, tells: "nobody" },
  "GET /whatsapp-account/prices": { allowed: managers, seeAs: 403, tells: "nobody" },
  "POST /whatsapp-account/prices": {
    allowed: managers,
    body: () => ({
      currency: "USD",
      prices: [{ callingCode: "BR", category: "marketing", amount: "0.0625", validFrom: "2026-01-01" }],
    }),
    tells: "nobody",
  },
  "DELETE /whatsapp-account": { allowed: managers, tells: "nobody" },
  "GET /ownership-transfers": { allowed: STAFF_ROLES, seeAs: 403, tells: "nobody" },
  "POST /ownership-transfers": {
    ...onlyOwner,
    body: ({ here }) => ({ staffId: here.staff.admin.staffId, currentPassword: "x" }),
  },
  "POST /ownership-transfers/code": onlyOwner,
  "GET /ownership-transfers/{id}": { params, allowed: managers, seeAs: 403, tells: "nobody" },
  "POST /ownership-transfers/{id}/accept": { ...onlyReceiver, params },
  "POST /ownership-transfers/{id}/decline": { ...onlyReceiver, params },
  "POST /ownership-transfers/{id}/withdraw": { ...onlyOwner, params },
  "GET /tenant": { allowed: managers, seeAs: 403, tells: "nobody" },
  "PATCH /tenant": {
    body: () => ({ name: "Casa nova", settings: { confirmThreshold: 900 } }),
    allowed: managers,
    tells: "nobody",
  },
  "GET /tenant/limits": { allowed: managers, seeAs: 403, tells: "nobody" },
  "PATCH /tenant/limits": { body: () => ({ groupMembers: 1_000 }), allowed: managers, tells: "nobody" },
  "GET /tenant/deletion": { allowed: ["owner"], seeAs: 403, tells: "nobody" },
  "POST /tenant/deletion": { ...onlyOwner, body: () => ({ typedName: "Outro nome" }) },
  "DELETE /tenant/deletion": { allowed: ["owner"], tells: "nobody" },
};
