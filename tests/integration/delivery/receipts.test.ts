import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { type Receipt, systemTakeReceipts } from "@/lib/delivery/commands/take-receipts";
import { isForward } from "@/lib/delivery/rules";
import { systemContext, type TenantContext } from "@/lib/platform/context";
import { newId } from "@/lib/shared/ids";
import { aCommunity, people } from "../../support/village-rooms";
import { aTenant } from "../../support/world";

let ctx: TenantContext;
let communityId: string;

beforeAll(async () => {
  const tenant = await aTenant();
  ctx = systemContext(tenant.tenantId, "test");
  communityId = (await aCommunity(ctx)).id;
});

/** An occurrence with so many letters under way. */
async function anOccurrence(memberIds: readonly string[]): Promise<string> {
  const [announcementId, id] = [newId(), newId()];
  await ctx.db.announcement.create({
    data: { id: announcementId, communityIds: [communityId], status: "sending" },
  });
  await ctx.db.occurrence.create({
    data: { id, announcementId, dueAt: ctx.now, status: "sending", queued: memberIds.length },
  });
  await ctx.db.delivery.createMany({
    data: memberIds.map((memberId) => ({ occurrenceId: id, memberId, channel: "email", status: "sending" })),
  });
  return id;
}

const countsOf = (id: string) =>
  ctx.db.occurrence.findFirstOrThrow({
    where: { id },
    select: { queued: true, sent: true, delivered: true, read: true, failed: true, unknown: true },
  });

const status = fc.constantFrom("sent", "delivered", "read", "failed");
type Status = Receipt["status"];

test("A8, X10: shuffled, repeated and cut into any batches, news ends where the rules say, and counters equal rows", async () => {
  const ids = await people(ctx, communityId, 12);
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(11), status), { maxLength: 60 }),
      fc.integer({ min: 1, max: 20 }),
      async (news, size) => {
        const occurrenceId = await anOccurrence(ids);
        const receipts = news.map(([person, what], place) => ({
          occurrenceId,
          memberId: ids[person] ?? "",
          status: what as Status,
          reason: what === "failed" ? "131026" : null,
          at: new Date(1_760_000_000_000 + place * 1_000),
        }));
        for (let place = 0; place < receipts.length; place += size)
          await systemTakeReceipts(ctx, receipts.slice(place, place + size));
        const rows = await ctx.db.delivery.findMany({
          where: { occurrenceId },
          select: { memberId: true, status: true },
        });
        for (const row of rows) {
          const own = receipts.filter(({ memberId }) => memberId === row.memberId);
          const wanted = own.reduce<string>(
            (now, next) => (isForward(now as Status, next.status) ? next.status : now),
            "queued",
          );
          expect(row.status === "sending" ? "queued" : row.status).toBe(wanted);
        }
        const recount = (what: string) =>
          rows.filter((row) => (row.status === "sending" ? "queued" : row.status) === what).length;
        expect(await countsOf(occurrenceId)).toEqual({
          queued: recount("queued"),
          sent: recount("sent"),
          delivered: recount("delivered"),
          read: recount("read"),
          failed: recount("failed"),
          unknown: 0,
        });
      },
    ),
    { numRuns: 25 },
  );
});

test("read without delivered implies delivered; a failure keeps its reason until it proves wrong", async () => {
  const [memberId = ""] = await people(ctx, communityId, 1);
  const occurrenceId = await anOccurrence([memberId]);
  const at = new Date("2026-03-03T15:00:00Z");
  const tell = (what: Status) =>
    systemTakeReceipts(ctx, [
      { occurrenceId, memberId, status: what, reason: what === "failed" ? "131026" : null, at },
    ]);
  const row = () => ctx.db.delivery.findFirst({ where: { occurrenceId, memberId } });
  await tell("failed");
  expect(await row()).toMatchObject({ status: "failed", reason: "131026" });
  await tell("read");
  expect(await row()).toMatchObject({ status: "read", reason: null, deliveredAt: at, readAt: at });
});

test("news of what is skipped, of the portal or of nobody changes nothing", async () => {
  const [skipped = "", portal = ""] = await people(ctx, communityId, 2);
  const occurrenceId = await anOccurrence([skipped, portal]);
  await ctx.db.delivery.updateMany({
    where: { occurrenceId, memberId: skipped },
    data: { status: "skipped" },
  });
  await ctx.db.delivery.updateMany({
    where: { occurrenceId, memberId: portal },
    data: { channel: "in_app" },
  });
  const of = (memberId: string) => ({
    occurrenceId,
    memberId,
    status: "read" as const,
    reason: null,
    at: ctx.now,
  });
  await systemTakeReceipts(ctx, [of(skipped), of(portal), of(newId())]);
  expect(await countsOf(occurrenceId)).toMatchObject({ queued: 2, read: 0 });
});

test("two storms at once, in opposite order, do not wait for each other for ever", async () => {
  const ids = await people(ctx, communityId, 300);
  const occurrenceId = await anOccurrence(ids);
  const storm = (order: readonly string[], what: Status) =>
    systemTakeReceipts(
      ctx,
      order.map((memberId) => ({ occurrenceId, memberId, status: what, reason: null, at: ctx.now })),
    );
  const reversed = [...ids].reverse();
  await Promise.all([
    storm(ids, "delivered"),
    storm(reversed, "read"),
    storm(ids, "sent"),
    storm(reversed, "delivered"),
  ]);
  expect(await countsOf(occurrenceId)).toMatchObject({ queued: 0, read: 300, sent: 0, delivered: 0 });
});
