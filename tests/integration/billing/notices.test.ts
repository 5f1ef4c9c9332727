import { describe, expect, test } from "vitest";
import { changeAnnouncement } from "@/lib/announcements/commands/change-announcement";
import { createAnnouncement } from "@/lib/announcements/commands/create-announcement";
import { systemReleaseHeld } from "@/lib/announcements/commands/release-held";
import { sendAnnouncement } from "@/lib/announcements/commands/schedule-announcement";
import { startAnnouncement } from "@/lib/announcements/commands/start-announcement";
import { getAnnouncement } from "@/lib/announcements/queries/get-announcement";
import { createAnnouncementInput } from "@/lib/announcements/schema";
import { saveBillingProfile } from "@/lib/billing/commands/save-profile";
import {
  systemTellClosed,
  systemTellFailure,
  systemTellHeld,
  systemTellInvoice,
} from "@/lib/billing/commands/tell-finance";
import { systemWarnMeters } from "@/lib/billing/commands/warn-meters";
import { billingProfileSchema } from "@/lib/billing/schema";
import { systemContext } from "@/lib/platform/context";
import { newId } from "@/lib/shared/ids";
import { queuedMails } from "../../support/mail-queue";
import { aCommunity, people } from "../../support/village-rooms";
import { aMember, aTenant, type Neighbour, NOON } from "../../support/world";

const system = (tenant: Neighbour, now = NOON) => systemContext(tenant.tenantId, "test", now);
const subjects = async (tenant: Neighbour) =>
  (await queuedMails(tenant.tenantId)).map(({ to, subject }) => ({ to, subject }));

async function anInvoice(tenant: Neighbour, status: string) {
  const id = newId();
  const money = { amountMinor: 14_900n, dueMinor: status === "open" ? 14_900n : 0n, currency: "BRL" };
  const known = { number: "AUR-0001", plan: "Growth", status, finalizedAt: NOON };
  await tenant
    .as("owner")
    .db.invoice.create({ data: { id, stripeInvoiceId: `in_${id}`, ...money, ...known } });
  return { id, stripeInvoiceId: `in_${id}` };
}

describe("what finance is told", () => {
  test("an invoice is mailed once, to the finance address, however often the job runs and overlaps", async () => {
    const tenant = await aTenant();
    const email = `contas@${tenant.slug}.example`;
    await saveBillingProfile(tenant.as("finance"), billingProfileSchema.parse({ invoiceEmail: email }));
    const { id } = await anInvoice(tenant, "paid");
    await Promise.all([1, 2, 3].map(() => systemTellInvoice(system(tenant), id)));
    await systemTellInvoice(system(tenant), id);
    expect(await subjects(tenant)).toEqual([{ to: email, subject: "Fatura AUR-0001 paga: R$\u00a0149,00" }]);
  });

  test("without a finance address it goes to the people of finance", async () => {
    const tenant = await aTenant();
    const { id } = await anInvoice(tenant, "open");
    await systemTellInvoice(system(tenant), id);
    const { email } = await tenant.as("owner").db.user.findFirstOrThrow({
      where: { id: tenant.staff.finance.userId },
      select: { email: true },
    });
    expect(await subjects(tenant)).toMatchObject([{ to: email }]);
  });

  test("a failed payment is told once per try, and not when it has been paid meanwhile", async () => {
    const tenant = await aTenant();
    const { stripeInvoiceId } = await anInvoice(tenant, "open");
    await aSubscription(tenant, { pastDueSince: NOON });
    for (const attempt of [1, 1, 2]) await systemTellFailure(system(tenant), { stripeInvoiceId, attempt });
    expect(await subjects(tenant)).toHaveLength(2);
    await tenant.as("owner").db.invoice.updateMany({ data: { status: "paid" } });
    await systemTellFailure(system(tenant), { stripeInvoiceId, attempt: 3 });
    expect(await subjects(tenant)).toHaveLength(2);
  });

  test("B5, L11: a meter is told of at 80 and 95 % once each, and again after it had fallen", async () => {
    const tenant = await aTenant("free");
    const { db } = tenant.as("owner");
    await db.tenant.updateMany({ data: { plan: "free" } });
    const fill = async (count: number) => {
      const now = await db.member.count();
      for (let n = now; n < count; n += 1) await aMember(tenant.tenantId, { name: `Pessoa ${n}` });
    };
    const told = async () => (await subjects(tenant)).filter(({ subject }) => subject.startsWith("Membros"));
    await fill(800);
    for (const _ of [1, 2]) await systemWarnMeters(system(tenant));
    expect(await told()).toHaveLength(1);
    await fill(960);
    for (const _ of [1, 2]) await systemWarnMeters(system(tenant));
    expect((await told()).map(({ subject }) => subject)).toEqual([
      "Membros: 80% do plano",
      "Membros: 95% do plano",
    ]);
    const spare = await db.member.findMany({
      where: { name: { startsWith: "Pessoa" } },
      take: 100,
      select: { id: true },
    });
    await db.member.deleteMany({ where: { id: { in: spare.map(({ id }) => id) } } });
    await systemWarnMeters(system(tenant));
    await fill(960);
    await systemWarnMeters(system(tenant));
    expect(await told()).toHaveLength(3);
  });
});

const aSubscription = (tenant: Neighbour, more: { pastDueSince?: Date }) =>
  tenant.as("owner").db.subscription.create({
    data: {
      stripeSubscriptionId: `sub_${newId()}`,
      plan: "growth",
      interval: "month",
      status: "past_due",
      currency: "BRL",
      ...more,
    },
  });

async function planned(tenant: Neighbour, now = NOON) {
  const ctx = { ...tenant.as("owner"), now };
  const community = await aCommunity(ctx);
  await people(ctx, community.id, 30);
  const input = createAnnouncementInput.parse({ communityIds: [community.id], body: "Corrida no sábado" });
  const { id } = await createAnnouncement(ctx, input);
  await sendAnnouncement(ctx, id, { undoSeconds: 0 });
  return { id, ctx };
}

const later = (minutes: number, than = NOON) => new Date(than.getTime() + minutes * 60_000);

describe("B6: a sending that the plan does not pay for", () => {
  test("waits and is told, and goes out when the invoice is paid within its grace", async () => {
    const tenant = await aTenant();
    const { db } = tenant.as("owner");
    const { id, ctx } = await planned(tenant);
    await db.tenant.updateMany({ data: { readOnlyFrom: NOON } });
    await startAnnouncement(system(tenant, later(1)), id);
    expect(await getAnnouncement(ctx, id)).toMatchObject({ status: "paused", statusReason: "unpaid" });
    for (const _ of [1, 2]) await systemTellHeld(system(tenant, later(2)));
    await systemTellClosed(system(tenant, later(2)));
    expect((await subjects(tenant)).map(({ subject }) => subject).sort()).toEqual(
      ["Um aviso está esperando", `${(await db.tenant.findFirstOrThrow()).name} está só para leitura`].sort(),
    );
    const links = (await queuedMails(tenant.tenantId)).map(({ text }) => /https?:\S+/.exec(text)?.[0]);
    // R2: finance, who gets it, opens billing and no announcement.
    for (const link of links) expect(link).toMatch(new RegExp(`/t/${tenant.slug}/billing$`));
    await db.tenant.updateMany({ data: { readOnlyFrom: null } });
    await systemReleaseHeld(system(tenant, later(3)));
    await startAnnouncement(system(tenant, later(4)), id);
    expect(await getAnnouncement(ctx, id)).toMatchObject({ status: "sending" });
    expect(await db.delivery.count()).toBe(30);
  });

  test("past its grace it is missed, never dropped in silence, and staff may send it", async () => {
    const tenant = await aTenant();
    const { id, ctx } = await planned(tenant);
    await tenant.as("owner").db.tenant.updateMany({ data: { readOnlyFrom: NOON } });
    await startAnnouncement(system(tenant, later(1)), id);
    await tenant.as("owner").db.tenant.updateMany({ data: { readOnlyFrom: null } });
    await systemReleaseHeld(system(tenant, later(10 * 60)));
    await startAnnouncement(system(tenant, later(10 * 60)), id);
    expect(await getAnnouncement(ctx, id)).toMatchObject({ status: "missed" });
  });

  test("B5: beyond the deliveries of the month it is held whole, and a bigger plan lets it go by hand", async () => {
    const tenant = await aTenant();
    const { db } = tenant.as("owner");
    // The month of the database's clock counts.
    const now = new Date();
    const { id, ctx } = await planned(tenant, now);
    await db.tenant.updateMany({ data: { plan: "free" } });
    await db.occurrence.create({
      data: {
        id: newId(),
        announcementId: id,
        dueAt: later(-60, now),
        startedAt: now,
        status: "sent",
        sent: 9_990,
      },
    });
    await startAnnouncement(system(tenant, later(1, now)), id);
    expect(await getAnnouncement(ctx, id)).toMatchObject({ status: "paused", statusReason: "plan_limit" });
    expect(await db.delivery.count()).toBe(0);
    await db.tenant.updateMany({ data: { plan: "growth" } });
    await changeAnnouncement({ ...ctx, now: later(2, now) }, id, { transition: "resume" });
    await startAnnouncement(system(tenant, later(2, now)), id);
    expect(await getAnnouncement(ctx, id)).toMatchObject({ status: "sending" });
    expect(await db.delivery.count()).toBe(30);
  });
});
