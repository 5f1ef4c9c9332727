import { createAnnouncement } from "@/lib/announcements/commands/create-announcement";
import { sendAnnouncement } from "@/lib/announcements/commands/schedule-announcement";
import { sendOccurrence } from "@/lib/announcements/commands/send-occurrence";
import { startAnnouncement } from "@/lib/announcements/commands/start-announcement";
import { createAnnouncementInput } from "@/lib/announcements/schema";
import { listOccurrencesOf } from "@/lib/delivery/queries/get-occurrence";
import { listDeliveries } from "@/lib/delivery/queries/list-deliveries";
import type { TenantContext } from "@/lib/platform/context";
import { aCommunity, people } from "./village-rooms";
import { aLine, type Line } from "./whatsapp-world";
import { aTenant } from "./world";

export type WhatsappHouse = {
  ctx: TenantContext;
  slug: string;
  communityId: string;
  ids: string[];
  line: Line;
};

/** The number of the n-th person of a house, as WhatsApp writes it. */
export const numberOf = (n: number) => `5511${980_000_000 + n}`;

/** A community of so many people with a number, who said yes to WhatsApp. */
export async function aWhatsappHouse(
  count: number,
  given: Parameters<typeof aLine>[2] = {},
): Promise<WhatsappHouse> {
  const tenant = await aTenant();
  const ctx = { ...tenant.as("owner"), now: new Date() };
  const { id: communityId } = await aCommunity(ctx);
  const ids = await people(ctx, communityId, count);
  await ctx.db.$executeRaw`
    INSERT INTO identifiers (id, member_id, kind, value, canonical)
    SELECT new_id(), id, 'phone', '+5511' || (980000000 + n - 1), '+5511' || (980000000 + n - 1)
    FROM unnest(${ids}::uuid[]) WITH ORDINALITY AS x (id, n)`;
  await ctx.db.$executeRaw`
    INSERT INTO consents (member_id, channel, purpose, granted, wording_version, source, origin, at)
    SELECT id, 'whatsapp', 'announcements', true, 'test', 'test', '', now() - interval '1 day'
    FROM unnest(${ids}::uuid[]) AS id`;
  return { ctx, slug: tenant.slug, communityId, ids, line: await aLine(ctx, tenant.slug, given) };
}

export async function begin(
  { ctx, communityId }: WhatsappHouse,
  body = "Oi, *{{first_name|amigo}}*\n\nA água volta às 18h",
): Promise<string> {
  const input = createAnnouncementInput.parse({
    communityIds: [communityId],
    body,
    channels: ["in_app", "whatsapp"],
  });
  const { id } = await createAnnouncement(ctx, input);
  await sendAnnouncement(ctx, id, { undoSeconds: 0, confirmPeople: await ctx.db.communityMember.count() });
  await startAnnouncement(ctx, id);
  return id;
}

export async function drain(house: WhatsappHouse, announcementId: string) {
  const [occurrence] = (await listOccurrencesOf(house.ctx, { announcementId, limit: 1 })).data;
  await sendOccurrence({ ...house.ctx, now: new Date() }, occurrence?.id ?? "");
  return await stateOf(house, announcementId);
}

export async function stateOf({ ctx }: Pick<WhatsappHouse, "ctx">, announcementId: string) {
  const [occurrence] = (await listOccurrencesOf(ctx, { announcementId, limit: 1 })).data;
  if (!occurrence) throw new Error("nothing was started");
  const rows = (await listDeliveries(ctx, { occurrenceId: occurrence.id, limit: 200 })).data;
  return {
    occurrence,
    of: (memberId: string | undefined) => rows.find((row) => row.memberId === memberId),
  };
}

/** Waits are over: the clock need not be waited for. */
export async function endPauses({ ctx }: WhatsappHouse): Promise<void> {
  const past = { leaseUntil: new Date(0) };
  await ctx.db.delivery.updateMany({ where: { leaseUntil: { not: null } }, data: past });
  await ctx.db.channelPace.deleteMany();
}
