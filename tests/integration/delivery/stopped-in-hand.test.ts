import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { changeAnnouncement } from "@/lib/announcements/commands/change-announcement";
import { createAnnouncement } from "@/lib/announcements/commands/create-announcement";
import { sendAnnouncement } from "@/lib/announcements/commands/schedule-announcement";
import { sendOccurrence } from "@/lib/announcements/commands/send-occurrence";
import { startAnnouncement } from "@/lib/announcements/commands/start-announcement";
import { createAnnouncementInput } from "@/lib/announcements/schema";
import { OUTSIDE_CHANNELS } from "@/lib/delivery/channels/registry";
import { findSending } from "@/lib/delivery/commands/drain-occurrence";
import { systemSettleOccurrence } from "@/lib/delivery/commands/settle-occurrence";
import { settleKey } from "@/lib/delivery/job-names";
import { claimBatch } from "@/lib/delivery/outward/claim-sql";
import { markOutcomes } from "@/lib/delivery/outward/mark-sql";
import { listOccurrencesOf } from "@/lib/delivery/queries/get-occurrence";
import { listDeliveries } from "@/lib/delivery/queries/list-deliveries";
import { asOwner } from "../../support/as-owner";
import { aMailServer } from "../../support/smtp-world";
import { aCommunity, people, withAddresses } from "../../support/village-rooms";
import { aTenant } from "../../support/world";

/** A sending by e-mail to so many people that has begun, and of which nothing left yet. */
async function aSending(count: number) {
  const ctx = (await aTenant()).as("owner");
  const { id: communityId } = await aCommunity(ctx);
  await withAddresses(ctx, await people(ctx, communityId, count));
  const input = createAnnouncementInput.parse({
    communityIds: [communityId],
    body: "Oi",
    channels: ["in_app", "email"],
  });
  const { id } = await createAnnouncement(ctx, input);
  await sendAnnouncement(ctx, id, { undoSeconds: 0 });
  await startAnnouncement(ctx, id);
  const [first] = (await listOccurrencesOf(ctx, { announcementId: id, limit: 1 })).data;
  const occurrence = await findSending(ctx, first?.id ?? "");
  if (!occurrence) throw new Error("nothing was started");
  const state = async () => {
    const [now] = (await listOccurrencesOf(ctx, { announcementId: id, limit: 1 })).data;
    const rows = (await listDeliveries(ctx, { occurrenceId: occurrence.id, limit: 200 })).data;
    return {
      status: now?.status,
      counts: now?.counts,
      ends: rows.map(({ status, reason }) => (reason ? `${status} ${reason}` : status)).sort(),
    };
  };
  return { ctx, id, occurrence, state };
}

/** The jobs in the queue that a key names. */
async function queued(key: string): Promise<number> {
  const rows = await asOwner(
    process.env.DATABASE_URL ?? "",
    "SELECT 1 FROM graphile_worker._private_jobs WHERE key LIKE '%' || $1",
    [key],
  );
  return rows.length;
}

const mark = { reason: null, providerId: null, waitSeconds: null };

test("A8, A14: what a worker had in hand when a sending was cancelled ends as it really did, and counters equal rows", async () => {
  const { ctx, id, occurrence, state } = await aSending(6);
  const { taken } = await claimBatch(ctx.db, OUTSIDE_CHANNELS.email, occurrence, { most: 4 });
  await changeAnnouncement(ctx, id, { transition: "cancel" });
  expect(await state()).toMatchObject({ status: "cancelled", counts: { queued: 4, skipped: 2 } });
  const [left, bounced, waits, silent] = taken;
  if (!left || !bounced || !waits || !silent) throw new Error("four were taken");
  await markOutcomes(ctx.db, occurrence.id, [
    { ...mark, ...left, status: "sent" },
    { ...mark, ...bounced, status: "failed", reason: "refused" },
    { ...mark, ...waits, status: "queued", reason: "service_busy", waitSeconds: 30 },
  ]);
  expect((await state()).counts).toMatchObject({ queued: 1, sent: 1, failed: 1, skipped: 3 });
  // Its worker died: nobody knows whether it left.
  await systemSettleOccurrence(ctx, occurrence.id);
  expect((await state()).counts).toMatchObject({ queued: 1 });
  await ctx.db.delivery.updateMany({ where: { status: "sending" }, data: { leaseUntil: new Date(0) } });
  await systemSettleOccurrence(ctx, occurrence.id);
  expect(await state()).toEqual({
    status: "cancelled",
    counts: { queued: 0, sent: 1, delivered: 0, read: 0, skipped: 3, failed: 1, unknown: 1 },
    ends: [
      "failed refused",
      "sent",
      "skipped cancelled",
      "skipped cancelled",
      "skipped cancelled",
      "unknown interrupted",
    ],
  });
});

test("A14: what is in hand of a cancelled sending is settled by a job when its lease is over; without any there is none", async () => {
  const some = await aSending(2);
  await claimBatch(some.ctx.db, OUTSIDE_CHANNELS.email, some.occurrence, { most: 1 });
  const none = await aSending(2);
  for (const { ctx, id } of [some, none]) await changeAnnouncement(ctx, id, { transition: "cancel" });
  const rows = await some.ctx.db.$queryRaw<unknown[]>`
    SELECT 1 FROM deliveries WHERE occurrence_id = ${some.occurrence.id}::uuid AND status = 'sending'`;
  expect(rows).toHaveLength(1);
  expect(await queued(settleKey(some.occurrence.id))).toBe(1);
  expect(await queued(settleKey(none.occurrence.id))).toBe(0);
});

test("A14: letters that did not leave yet stay when a sending is paused in the middle of a batch, and go out when it goes on", async () => {
  const { handedOver } = await aMailServer();
  process.env.MAIL_PER_SECOND = "5";
  try {
    const { ctx, id, occurrence, state } = await aSending(20);
    const sending = sendOccurrence(ctx, occurrence.id);
    while (handedOver.length < 2) await sleep(10);
    await changeAnnouncement(ctx, id, { transition: "pause" });
    await sending;
    const held = handedOver.length;
    expect(held).toBeLessThan(8);
    expect(await state()).toMatchObject({ status: "paused", counts: { sent: held, queued: 20 - held } });
    process.env.MAIL_PER_SECOND = "500";
    await changeAnnouncement(ctx, id, { transition: "resume" });
    await ctx.db.channelPace.deleteMany();
    await sendOccurrence(ctx, occurrence.id);
    expect(await state()).toMatchObject({ status: "sent", counts: { sent: 20, queued: 0 } });
    expect(new Set(handedOver).size).toBe(20);
    expect(handedOver).toHaveLength(20);
  } finally {
    delete process.env.MAIL_PER_SECOND;
  }
});
