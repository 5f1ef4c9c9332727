import pg from "pg";
import { expect } from "vitest";
import { createAnnouncement } from "@/lib/announcements/commands/create-announcement";
import { sendAnnouncement } from "@/lib/announcements/commands/schedule-announcement";
import { createAnnouncementInput } from "@/lib/announcements/schema";
import type { SendingChannel } from "@/lib/delivery/channel-rules";
import type { TenantContext } from "@/lib/platform/context";
import { aCommunity, people, withAddresses } from "../support/village-rooms";
import { aTenant } from "../support/world";

/** A community as full as it may be (L3). */
export const PEOPLE = 21_504;

/** A connection past the product, as the owner of the database. */
type Owner = Pick<pg.Client, "query">;

export type FullVillage = {
  ctx: TenantContext;
  communityId: string;
  ids: string[];
  owner: pg.Client;
};

/** A full community, each with an e-mail address if wanted, and a connection that looks past the product. */
export async function aFullVillage(
  given: { people?: number; hasAddresses?: boolean } = {},
): Promise<FullVillage> {
  const ctx = { ...(await aTenant()).as("owner"), now: new Date() };
  const { id: communityId } = await aCommunity(ctx);
  const ids = await people(ctx, communityId, given.people ?? PEOPLE);
  if (given.hasAddresses) await withAddresses(ctx, ids);
  return { ctx, communityId, ids, owner: await anOwner() };
}

/** A connection as the owner of the database. */
export async function anOwner(): Promise<pg.Client> {
  const owner = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await owner.connect();
  return owner;
}

/** An announcement to the whole community that is due now. */
export async function anAnnouncementDue(
  { ctx, communityId, ids }: Pick<FullVillage, "ctx" | "communityId" | "ids">,
  channels: SendingChannel[] = ["in_app"],
): Promise<string> {
  const input = createAnnouncementInput.parse({
    communityIds: [communityId],
    body: "A água volta às 18h",
    channels,
  });
  const { id } = await createAnnouncement(ctx, input);
  const confirmPeople = ids.length;
  await sendAnnouncement({ ...ctx, now: new Date() }, id, { undoSeconds: 0, confirmPeople });
  return id;
}

export async function statusOf(owner: Owner, announcementId: string): Promise<string | undefined> {
  const sql = "SELECT status FROM announcements WHERE id = $1";
  return (await owner.query<{ status: string }>(sql, [announcementId])).rows[0]?.status;
}

/** How many are done with; past the end counts as all, so that a point on the way is never waited for in vain. */
export async function progress(owner: Owner, announcementId: string): Promise<number> {
  const { rows } = await owner.query<{ done: number; status: string }>(
    "SELECT sent + delivered + read + skipped + failed + unknown AS done, status FROM occurrences WHERE announcement_id = $1",
    [announcementId],
  );
  const [sending] = rows;
  if (!sending) return -1;
  return sending.status === "sending" ? sending.done : Number.POSITIVE_INFINITY;
}

/** The time passes in which a worker without a heartbeat counts as dead, and what it held in hand is free again. */
export async function aMinuteLater(owner: Owner): Promise<void> {
  await owner.query("UPDATE worker_heartbeats SET seen_at = seen_at - interval '61 seconds'");
  await owner.query("UPDATE graphile_worker._private_jobs SET locked_at = locked_at - interval '61 seconds'");
  await owner.query("UPDATE deliveries SET lease_until = now() WHERE status = 'sending'");
}

const COUNTS = ["queued", "sent", "delivered", "read", "skipped", "failed", "unknown"] as const;

export type Counts = Partial<Record<(typeof COUNTS)[number], number>>;

/** How many rows a sending has in each state, counted past the product. */
export async function rowsOf(owner: Owner, announcementId: string): Promise<Counts> {
  const { rows } = await owner.query<{ status: string; n: number }>(
    `SELECT d.status, count(*)::int AS n FROM deliveries d
     JOIN occurrences o ON o.tenant_id = d.tenant_id AND o.id = d.occurrence_id WHERE o.announcement_id = $1 GROUP BY 1`,
    [announcementId],
  );
  return Object.fromEntries(rows.map(({ status, n }) => [status, n]));
}

/** Each member one row, the counters equal to a recount, nothing left under way. */
export async function expectWhole(owner: Owner, announcementId: string, wanted: Counts): Promise<void> {
  const some = Object.fromEntries(Object.entries(wanted).filter(([, n]) => n > 0));
  expect(await rowsOf(owner, announcementId)).toEqual(some);
  const members = await owner.query(
    `SELECT count(*)::int AS rows, count(DISTINCT d.member_id)::int AS members, count(DISTINCT o.id)::int AS occurrences
     FROM deliveries d JOIN occurrences o ON o.tenant_id = d.tenant_id AND o.id = d.occurrence_id WHERE o.announcement_id = $1`,
    [announcementId],
  );
  const all = Object.values(wanted).reduce((sum, n) => sum + n, 0);
  expect(members.rows).toEqual([{ rows: all, members: all, occurrences: 1 }]);
  const { rows } = await owner.query(
    `SELECT ${COUNTS.join(", ")} FROM occurrences WHERE announcement_id = $1`,
    [announcementId],
  );
  const none = Object.fromEntries(COUNTS.map((count) => [count, 0]));
  expect(rows).toEqual([{ ...none, ...wanted }]);
}
