import { findStaffActor } from "@/lib/accounts/queries/find-staff-actor";
import { addCommunityMembers } from "@/lib/communities/commands/add-community-members";
import { createCommunity } from "@/lib/communities/commands/create-community";
import { createField } from "@/lib/fields/commands/save-field";
import { addGroupMembers } from "@/lib/groups/commands/add-group-members";
import { createGroup } from "@/lib/groups/commands/create-group";
import { upsertMembers } from "@/lib/members/commands/upsert-members";
import { systemContext, type TenantContext } from "@/lib/platform/context";
import { stripeSettings } from "@/lib/platform/env";
import { type CreatedTenant, createTenant } from "@/lib/tenants/commands/create-tenant";
import { setPrices } from "@/lib/whatsapp/commands/set-prices";
import { readPriceList } from "@/lib/whatsapp/price-list";
import { seedAnnouncements } from "./announcements";
import { seedInvoices } from "./billing";
import { seedFeedback } from "./feedback";
import { seedInbox } from "./inbox";
import { makeInviters, makePeople, withDoubles } from "./people";
import { buildHouses } from "./rooms";
import { hireStaff } from "./staff";

const PASSWORD = "aldeia-demo";
const PEOPLE = 3_000;

/** The demo village: the tenant `aurora` with everything, and the small tenant `brisa` beside it (api.md §1). */
export async function seedVillage(now = new Date()): Promise<void> {
  await seedAurora(now);
  await seedBrisa(now);
}

async function seedAurora(now: Date): Promise<void> {
  const owner = { name: "Helena Prado", email: "owner@aurora.example", password: PASSWORD };
  const tenant = await createTenant({ slug: "aurora", name: "Aurora Corridas", plan: "growth", owner });
  const ctx = await ownerContext(tenant, now);
  const memberIds = await addPeople(
    ctx,
    withDoubles(makePeople(PEOPLE - 1, { domain: "aurora.example", seed: 11 })),
  );
  await createField(ctx, { name: "Cidade", key: "cidade", kind: "text" });
  await rememberInviters(ctx, memberIds);
  await sayYes(ctx, memberIds);
  await setPrices(ctx, { currency: "USD", prices: readPriceList(RATE_CARD) });
  const houses = await buildHouses(ctx, memberIds);
  const communityIds = houses.map((house) => house.communityId);
  await seedAnnouncements(ctx, houses);
  if (houses[0]) await seedFeedback(ctx, houses[0], memberIds);
  await seedInbox(ctx, memberIds);
  await hireStaff(ctx, { domain: "aurora.example", password: PASSWORD, communityIds });
  // Never with keys of a real account: a demo must not appear there.
  if (stripeSettings().localPort !== undefined) await seedInvoices(tenant.tenantId);
}

async function seedBrisa(now: Date): Promise<void> {
  const owner = { name: "Tomé Brisa", email: "owner@brisa.example", password: PASSWORD };
  const tenant = await createTenant({ slug: "brisa", name: "Padaria Brisa", plan: "free", owner });
  const ctx = await ownerContext(tenant, now);
  const memberIds = await addPeople(ctx, makePeople(40, { domain: "brisa.example", seed: 71 }));
  const icon = { kind: "emoji" as const, value: "🥖", tile: 1 };
  const { id: communityId } = await createCommunity(ctx, {
    name: "Vizinhança da Brisa",
    description: "Fornadas do dia e encomendas.",
    icon,
  });
  await addCommunityMembers(ctx, { communityId, memberIds });
  const { id: groupId } = await createGroup(ctx, {
    communityId,
    name: "Encomendas",
    description: "Até as 18h para o dia seguinte.",
  });
  await addGroupMembers(ctx, { groupId, memberIds: memberIds.slice(0, 25) });
}

/** The owner as an actor: what is seeded is made by the same commands that people use. */
async function ownerContext(tenant: CreatedTenant, now: Date): Promise<TenantContext> {
  const actor = await findStaffActor(tenant.tenantId, tenant.userId);
  if (!actor) throw new Error("the owner of a new tenant is its staff");
  return { ...systemContext(tenant.tenantId, "seed", now), actor };
}

async function addPeople(ctx: TenantContext, people: ReturnType<typeof makePeople>): Promise<string[]> {
  const results = await upsertMembers(ctx, people, { source: "import" });
  return results.flatMap(({ memberId }) => (memberId ? [memberId] : []));
}

// What Meta's partners published for Brazil from January 2026 on; service messages are free until October.
const RATE_CARD = `BR; marketing; 0.0625; 2026-01-01
BR; utility; 0.0068; 2026-01-01
BR; service; 0; 2026-01-01`;

const ONE_IN = 4;

/** Some wrote on their form that they want announcements by WhatsApp: there silence is no consent (P16). */
async function sayYes(ctx: TenantContext, memberIds: readonly string[]): Promise<void> {
  const yes = { channel: "whatsapp", purpose: "announcements", granted: true, at: ctx.now };
  const proof = { wordingVersion: "ficha-2026-01", source: "ficha de inscrição" };
  await ctx.db.consent.createMany({
    data: memberIds
      .filter((_, place) => place % ONE_IN === 0)
      .map((memberId) => ({ memberId, ...yes, ...proof })),
  });
}

async function rememberInviters(ctx: TenantContext, memberIds: readonly string[]): Promise<void> {
  const brought = makeInviters(memberIds, 31);
  await ctx.db.$executeRaw`
    UPDATE members m SET invited_by = b.invited_by
    FROM unnest(${brought.map(({ id }) => id)}::uuid[], ${brought.map((one) => one.invitedBy)}::uuid[]) AS b (id, invited_by)
    WHERE m.tenant_id = current_tenant() AND m.id = b.id`;
}
