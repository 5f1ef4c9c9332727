import { afterAll, beforeAll, expect, test } from "vitest";
import { sendAnnouncement } from "@/lib/announcements/commands/schedule-announcement";
import type { TenantContext } from "@/lib/platform/context";
import { aMailServer } from "../support/smtp-world";
import { aCommunity, people } from "../support/village-rooms";
import { kill, startWorker, until } from "../support/worker-process";
import { aTenant, type Neighbour } from "../support/world";
import { inRounds } from "./fault-rounds";
import {
  aMinuteLater,
  anAnnouncementDue,
  anOwner,
  expectWhole,
  type FullVillage,
  PEOPLE,
  progress,
  rowsOf,
  statusOf,
} from "./full-village";

// What is under way when the right goes: the time between two looks, and a batch of the portal.
const MOST_AFTER_MS = 1_500;

let here: Neighbour;
let village: FullVillage;

beforeAll(async () => {
  here = await aTenant();
  const asOwner = { ...here.as("owner"), now: new Date() };
  const { id: communityId } = await aCommunity(asOwner);
  const ids = await people(asOwner, communityId, PEOPLE);
  const ctx = { ...here.as("marketer", [communityId]), now: new Date() };
  village = { ctx, communityId, ids, owner: await anOwner() };
}, 60_000);

afterAll(async () => {
  await village.owner.end();
});

test("A13, R7: a right withdrawn in the middle stops the sending, on the record and told; sent again it reaches only the others", async () => {
  const { owner } = village;
  const { handedOver, url } = await aMailServer();
  await inRounds(async (chance) => {
    await owner.query("TRUNCATE deliveries, occurrences CASCADE");
    await grant();
    handedOver.splice(0);
    const id = await anAnnouncementDue(village);
    const goal = chance() * 0.6 * PEOPLE;
    const worker = startWorker({ SMTP_URL: url });
    await until(async () => (await progress(owner, id)) >= goal);
    await here.as("owner").db.staffGrant.deleteMany({});
    const withdrawnAt = await now();
    await until(async () => (await statusOf(owner, id)) !== "sending");
    // It was faster than the withdrawal, or is told to the marketer, the owner and the admin.
    const isStopped = (await statusOf(owner, id)) === "failed";
    await until(async () => handedOver.length === (isStopped ? 3 : 0));
    await kill(worker);
    await aMinuteLater(owner);

    const { sent = 0, skipped = 0 } = await rowsOf(owner, id);
    expect(sent + skipped).toBe(PEOPLE);
    await expectWhole(owner, id, { sent, skipped });
    const late = "SELECT 1 FROM deliveries WHERE sent_at > $1::timestamptz + make_interval(secs => $2)";
    expect((await owner.query(late, [withdrawnAt, MOST_AFTER_MS / 1_000])).rowCount).toBe(0);
    expect(skipped > 0).toBe(isStopped);
    if (!isStopped) return;
    expect(await reasonsOf(id)).toEqual([
      { status: "failed", reason: "not_allowed", skipped: "not_allowed" },
    ]);
    await sendTheRest({ ...here.as("owner"), now: new Date() }, id, skipped);
  });
}, 1_800_000);

async function sendTheRest(ctx: TenantContext, id: string, others: number): Promise<void> {
  const { owner } = village;
  await sendAnnouncement(ctx, id, { undoSeconds: 0, confirmPeople: others });
  const worker = startWorker();
  await until(async () => (await statusOf(owner, id)) === "sent");
  await kill(worker);
  const { rows } = await owner.query(
    "SELECT count(*)::int AS sent, count(DISTINCT member_id)::int AS members FROM deliveries WHERE status = 'sent'",
  );
  expect(rows).toEqual([{ sent: PEOPLE, members: PEOPLE }]);
}

const grant = () =>
  here.as("owner").db.staffGrant.create({
    data: { staffId: here.staff.marketer.staffId, communityId: village.communityId },
    select: { staffId: true },
  });

async function reasonsOf(id: string) {
  const { rows } = await village.owner.query(
    `SELECT DISTINCT a.status, a.status_reason AS reason, d.reason AS skipped FROM announcements a
     JOIN occurrences o ON o.announcement_id = a.id JOIN deliveries d ON d.occurrence_id = o.id
     WHERE a.id = $1 AND d.status = 'skipped'`,
    [id],
  );
  return rows;
}

async function now(): Promise<Date> {
  return (
    (await village.owner.query<{ now: Date }>("SELECT clock_timestamp() AS now")).rows[0]?.now ?? new Date()
  );
}
