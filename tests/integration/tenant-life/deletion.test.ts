import { existsSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { createAnnouncement } from "@/lib/announcements/commands/create-announcement";
import { createAnnouncementInput } from "@/lib/announcements/schema";
import { changePlan } from "@/lib/billing/commands/change-plan";
import { resumeSubscription } from "@/lib/billing/commands/end-subscription";
import { systemFollowDeletion } from "@/lib/billing/commands/follow-deletion";
import { openPortal } from "@/lib/billing/commands/open-portal";
import { keepPlan } from "@/lib/billing/commands/schedule-change";
import { startCheckout } from "@/lib/billing/commands/start-checkout";
import { systemTellClosed, systemTellHeld } from "@/lib/billing/commands/tell-finance";
import { getSubscription } from "@/lib/billing/queries/get-subscription";
import { previewPlanChange } from "@/lib/billing/queries/preview-plan-change";
import { stripe } from "@/lib/billing/stripe-client";
import { platformClient } from "@/lib/platform/db/clients";
import { tenantFolder } from "@/lib/platform/files/file-paths";
import { storeFile } from "@/lib/platform/files/store-file";
import { systemEraseTenant } from "@/lib/tenant-life/commands/erase-tenant";
import { scheduleDeletion, undoDeletion } from "@/lib/tenant-life/commands/schedule-deletion";
import { systemTenantsDue } from "@/lib/tenant-life/erasure-sql";
import { assertWritable } from "@/lib/tenants/queries/assert-writable";
import { asOwner } from "../../support/as-owner";
import { queuedMails } from "../../support/mail-queue";
import { aCommunity, aGroup, someMembers } from "../../support/village";
import { aMember, aTenant, type Neighbour } from "../../support/world";
import { aTimedTenant, press, type Timed, VISA } from "../billing/clock-world";
import { stripeForTests } from "../billing/stripe-world";

const world = stripeForTests();
const DAY = 86_400_000;

const nameOf = async (here: Neighbour) =>
  (await here.as("owner").db.tenant.findFirstOrThrow({ select: { name: true } })).name;
const refusalOf = (promise: Promise<unknown>) =>
  promise.then(
    () => null,
    (error: { code: string }) => error.code,
  );
const ask = async (here: Neighbour, now = here.as("owner").now) =>
  scheduleDeletion({ ...here.as("owner"), now }, await nameOf(here));
const count = async (sql: string, values: unknown[]) =>
  (
    await asOwner<{ n: number }>(
      process.env.DATABASE_URL ?? "",
      `SELECT count(*)::int AS n FROM ${sql}`,
      values,
    )
  )[0]?.n;

describe("T5: the days of grace", () => {
  test("only an owner asks, by the name; 30 days, read-only; again changes nothing", async () => {
    const here = await aTenant();
    const ctx = here.as("owner");
    expect(await refusalOf(scheduleDeletion(here.as("admin"), await nameOf(here)))).toBe("not_allowed");
    expect(await refusalOf(scheduleDeletion(ctx, "Outra"))).toBe("invalid_input");
    const due = await ask(here);
    expect(due.getTime() - ctx.now.getTime()).toBe(30 * DAY);
    expect(await refusalOf(assertWritable(ctx))).toBe("read_only");
    expect(await ask(here, new Date(ctx.now.getTime() + 5 * DAY))).toEqual(due);
  });

  test("an owner undoes it, and everything is as before", async () => {
    const here = await aTenant();
    await ask(here);
    expect(await refusalOf(undoDeletion(here.as("admin")))).toBe("not_allowed");
    await undoDeletion(here.as("owner"));
    expect(await refusalOf(assertWritable(here.as("owner")))).toBeNull();
  });

  test("nothing goes before they are over", async () => {
    const here = await aTenant();
    const due = await ask(here);
    expect(await systemTenantsDue(new Date(due.getTime() - 1))).not.toContain(here.tenantId);
    await systemEraseTenant({ ...here.as("owner"), now: new Date(due.getTime() - 1) });
    expect(await here.as("owner").db.tenant.count()).toBe(1);
    expect(await systemTenantsDue(due)).toContain(here.tenantId);
  });
});

describe("T5: the end", () => {
  test("takes everything of the tenant, its files, its waiting jobs and its logins, and nothing of a neighbour", async () => {
    const [here, there] = [await aTenant(), await aTenant()];
    const communityId = await aCommunity(here);
    await aGroup(here, communityId);
    await someMembers(here.tenantId, 3);
    await aMember(here.tenantId, { name: "Ana", email: `ana@${here.slug}.example`, phone: "+5511955551234" });
    await storeFile(here.as("owner"), {
      purpose: "import",
      bytes: new TextEncoder().encode("oi"),
      name: "oi.txt",
    });
    const folder = tenantFolder(here.tenantId);
    expect(existsSync(folder)).toBe(true);
    // Somebody who is in the other house as well keeps their login.
    const shared = here.staff.admin.userId;
    await there
      .as("owner")
      .db.staff.create({ data: { id: here.staff.admin.staffId, userId: shared, role: "agent" } });
    const due = await ask(here);
    await systemEraseTenant({ ...here.as("owner"), now: due });
    expect(existsSync(folder)).toBe(false);
    expect(await rowsOf(here.tenantId)).toEqual([]);
    expect(
      await count("graphile_worker._private_jobs WHERE payload ->> 'tenantId' = $1", [here.tenantId]),
    ).toBe(0);
    const users = Object.values(here.staff).map(({ userId }) => userId);
    const left = await platformClient().user.findMany({ where: { id: { in: users } }, select: { id: true } });
    expect(left).toEqual([{ id: shared }]);
    expect(await there.as("owner").db.staff.count()).toBe(6);
    await systemEraseTenant({ ...here.as("owner"), now: due });
  });
});

/** The tables that still know the tenant. */
async function rowsOf(tenantId: string): Promise<string[]> {
  const url = process.env.DATABASE_URL ?? "";
  const tables = await asOwner<{ name: string }>(
    url,
    `SELECT c.relname AS name FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'tenant_id'
     WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace`,
  );
  expect(tables.length).toBeGreaterThan(30);
  const found: string[] = [];
  for (const { name } of tables)
    if ((await count(`"${name}" WHERE tenant_id = $1`, [tenantId])) !== 0) found.push(name);
  return found;
}

describe("T5, B6: the subscription", () => {
  const growth = { plan: "growth", interval: "month" } as const;
  const buy = async (timed: Timed) => {
    const { url } = await startCheckout(timed.as("finance"), growth);
    expect((await press(url, VISA)).status).toBe(303);
    await timed.settle();
  };
  const lifeOf = async (timed: Timed) => (await getSubscription(timed.as("owner"))).subscription;

  test("ends with what is paid for, and goes on when the deletion is undone", async () => {
    const timed = await aTimedTenant(world);
    await buy(timed);
    await ask(timed.tenant);
    expect(await world.jobsOf(timed.tenant.tenantId, "billing.follow_deletion")).toHaveLength(1);
    await systemFollowDeletion(timed.system());
    await systemFollowDeletion(timed.system());
    expect((await lifeOf(timed))?.cancelAt).not.toBeNull();
    await undoDeletion(timed.as("owner"));
    await systemFollowDeletion(timed.system());
    expect((await lifeOf(timed))?.cancelAt).toBeNull();
  });

  test("nobody keeps it while the deletion runs, and it is as before once that is undone", async () => {
    const timed = await aTimedTenant(world);
    await buy(timed);
    await ask(timed.tenant);
    await systemFollowDeletion(timed.system());
    await expect(resumeSubscription(timed.as("finance"))).rejects.toMatchObject({
      code: "read_only",
      params: { reason: "deletion" },
    });
    expect((await lifeOf(timed))?.cancelAt).not.toBeNull();
    await undoDeletion(timed.as("owner"));
    await resumeSubscription(timed.as("finance"));
    expect((await lifeOf(timed))?.cancelAt).toBeNull();
  });

  test("nothing is bought, changed or renewed while it runs; undone, all of it opens again", async () => {
    const timed = await aTimedTenant(world);
    await buy(timed);
    const finance = timed.as("finance");
    const scale = { plan: "scale", interval: "month" } as const;
    const doors = [
      () => startCheckout(finance, growth),
      () => openPortal(finance),
      () => previewPlanChange(finance, scale),
      () => changePlan(finance, scale),
      () => keepPlan(finance),
    ];
    await ask(timed.tenant);
    for (const open of doors)
      await expect(open()).rejects.toMatchObject({ code: "read_only", params: { reason: "deletion" } });
    expect((await getSubscription(finance)).leavesAt).not.toBeNull();
    await undoDeletion(timed.as("owner"));
    const codes: (string | null)[] = [];
    for (const open of doors) codes.push(await refusalOf(open()));
    expect(codes).toEqual(["already_subscribed", null, null, null, "not_subscribed"]);
    expect((await getSubscription(finance)).leavesAt).toBeNull();
  });

  test("a checkout that was open is closed, and one that was paid meanwhile ends with the tenant", async () => {
    const timed = await aTimedTenant(world);
    const { url } = await startCheckout(timed.as("finance"), growth);
    await ask(timed.tenant);
    // The page was left open, and paid before the worker closed it.
    expect((await press(url, VISA)).status).toBe(303);
    await timed.settle();
    expect(await world.jobsOf(timed.tenant.tenantId, "billing.follow_deletion")).toHaveLength(1);
    await systemFollowDeletion(timed.system());
    expect((await lifeOf(timed))?.cancelAt).not.toBeNull();
    const other = await aTimedTenant(world);
    await startCheckout(other.as("finance"), growth);
    await ask(other.tenant);
    await systemFollowDeletion(other.system());
    const { data } = await stripe().checkout.sessions.list({ customer: other.customer });
    expect(data.map(({ status }) => status)).toEqual(["expired"]);
  });

  test("renewed in Stripe's portal that was still open, it ends again", async () => {
    const timed = await aTimedTenant(world);
    await buy(timed);
    await ask(timed.tenant);
    await systemFollowDeletion(timed.system());
    const [{ id } = { id: "" }] = (await stripe().subscriptions.list({ customer: timed.customer })).data;
    await stripe().subscriptions.update(id, { cancel_at_period_end: false });
    await timed.settle();
    expect((await lifeOf(timed))?.cancelAt).toBeNull();
    await systemFollowDeletion(timed.system());
    expect((await lifeOf(timed))?.cancelAt).not.toBeNull();
    await undoDeletion(timed.as("owner"));
    await systemFollowDeletion(timed.system());
    expect((await lifeOf(timed))?.cancelAt).toBeNull();
  });

  test("mails say nothing that is untrue of a tenant that goes", async () => {
    const timed = await aTimedTenant(world);
    const { db } = timed.as("owner");
    await ask(timed.tenant);
    const communityId = await aCommunity(timed.tenant);
    const words = createAnnouncementInput.parse({ communityIds: [communityId], body: "Às 7h" });
    const { id } = await createAnnouncement(timed.as("owner"), words);
    await db.announcement.updateMany({ where: { id }, data: { status: "paused", statusReason: "deletion" } });
    await db.tenant.updateMany({ data: { readOnlyFrom: new Date(0) } });
    await systemTellClosed(timed.system());
    await systemTellHeld(timed.system());
    const { email } = timed.tenant.staff.finance;
    const mails = (await queuedMails(timed.tenant.tenantId)).filter(({ to }) => to === email);
    const texts = mails.map(({ text }) => text);
    expect(texts).toEqual([expect.stringContaining("é apagado com o resto")]);
    await undoDeletion(timed.as("owner"));
    expect(await world.jobsOf(timed.tenant.tenantId, "release_held_announcements")).toHaveLength(1);
  });

  test("what somebody had cancelled before stays cancelled when the deletion is undone", async () => {
    const timed = await aTimedTenant(world);
    await buy(timed);
    const { id } = (await stripe().subscriptions.list({ customer: timed.customer })).data[0] ?? { id: "" };
    await stripe().subscriptions.update(id, { cancel_at_period_end: true });
    await timed.settle();
    await ask(timed.tenant);
    await systemFollowDeletion(timed.system());
    await undoDeletion(timed.as("owner"));
    await systemFollowDeletion(timed.system());
    expect((await lifeOf(timed))?.cancelAt).not.toBeNull();
  });

  test("is cancelled at once at the end; its invoices outlive the tenant by the years of the law", async () => {
    const timed = await aTimedTenant(world);
    await buy(timed);
    const { id } = (await stripe().subscriptions.list({ customer: timed.customer })).data[0] ?? { id: "" };
    const due = await ask(timed.tenant);
    await systemEraseTenant({ ...timed.system(), now: due });
    expect((await stripe().subscriptions.retrieve(id)).status).toBe("canceled");
    const kept = await asOwner<{ years: number }>(
      process.env.DATABASE_URL ?? "",
      "SELECT extract(year FROM age(keep_until, issued_at))::int AS years FROM retained_invoices WHERE former_tenant_id = $1",
      [timed.tenant.tenantId],
    );
    expect(kept).toEqual([{ years: 5 }]);
    expect(await count("stripe_events WHERE customer_id = $1", [timed.customer])).toBe(0);
  });
});
