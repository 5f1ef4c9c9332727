import { createAnnouncement } from "@/lib/announcements/commands/create-announcement";
import { sendAnnouncement } from "@/lib/announcements/commands/schedule-announcement";
import { sendOccurrence } from "@/lib/announcements/commands/send-occurrence";
import { startAnnouncement } from "@/lib/announcements/commands/start-announcement";
import { createAnnouncementInput } from "@/lib/announcements/schema";
import { listOccurrencesOf } from "@/lib/delivery/queries/get-occurrence";
import { listDeliveries } from "@/lib/delivery/queries/list-deliveries";
import type { TenantContext } from "@/lib/platform/context";
import { getRelayCoverage } from "@/lib/relay/queries/get-coverage";
import { aCommunity, people } from "./village-rooms";
import { aTenant, type Neighbour } from "./world";

export type RelayHouse = {
  tenant: Neighbour;
  ctx: TenantContext;
  communityId: string;
  north: string;
  south: string;
  /** Leads the community, and sits in no group. */
  mayor: string;
  /** Lead the two groups, and sit in them. */
  ana: string;
  bia: string;
  /** Plain members: the first of the north, the second of the south, the third of both, the fourth of none. */
  caio: string;
  davi: string;
  edu: string;
  fabi: string;
};

/** A community with two groups, an admin in each, and people in one, both or none of them. */
export async function aRelayHouse(): Promise<RelayHouse> {
  const tenant = await aTenant();
  const ctx = { ...tenant.as("owner"), now: new Date() };
  const { id: communityId, groups } = await aCommunity(ctx, ["Norte", "Sul"]);
  const [north = "", south = ""] = groups;
  const seats = [[], [north], [south], [north], [south], [north, south], []];
  const ids = await people(ctx, communityId, seats.length, (index) => seats[index] ?? []);
  const [mayor = "", ana = "", bia = "", caio = "", davi = "", edu = "", fabi = ""] = ids;
  await ctx.db.communityMember.updateMany({ where: { memberId: mayor }, data: { role: "admin" } });
  for (const memberId of [ana, bia])
    await ctx.db.groupMember.updateMany({ where: { memberId }, data: { role: "admin" } });
  return { tenant, ctx, communityId, north, south, mayor, ana, bia, caio, davi, edu, fabi };
}

type Given = { body?: string; channels?: string[]; audience?: object };

/** Sent, and frozen. */
export async function begin({ ctx, communityId }: RelayHouse, given: Given = {}): Promise<string> {
  const input = createAnnouncementInput.parse({
    communityIds: [communityId],
    body: "Oi, *{{first_name|gente}}*! Feira na {{community}}",
    channels: ["in_app", "relay"],
    ...given,
  });
  const { id } = await createAnnouncement(ctx, input);
  await sendAnnouncement(ctx, id, { undoSeconds: 0 });
  await startAnnouncement(ctx, id);
  return id;
}

export const inMinutes = (ctx: TenantContext, minutes: number): TenantContext => ({
  ...ctx,
  now: new Date(ctx.now.getTime() + minutes * 60_000),
});

/** Lets the worker look, so many minutes on. */
export async function drain({ ctx }: RelayHouse, announcementId: string, minutes = 0) {
  const [before] = (await listOccurrencesOf(ctx, { announcementId, limit: 1 })).data;
  await sendOccurrence(inMinutes(ctx, minutes), before?.id ?? "");
  const [occurrence] = (await listOccurrencesOf(ctx, { announcementId, limit: 1 })).data;
  if (!occurrence) throw new Error("nothing was started");
  const rows = (await listDeliveries(ctx, { occurrenceId: occurrence.id, limit: 100 })).data;
  const of = (memberId: string) => rows.find((row) => row.memberId === memberId);
  return { occurrence, rows, of };
}

/** The task of a group, as the owner sees it. */
export async function taskOf(house: RelayHouse, announcementId: string, groupId: string, minutes = 0) {
  const coverage = await getRelayCoverage(inMinutes(house.ctx, minutes), announcementId);
  const task = coverage?.tasks.find((each) => each.groupId === groupId);
  if (!task) throw new Error("no task in this group");
  return task;
}
