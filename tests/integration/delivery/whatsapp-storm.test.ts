import { expect, test } from "vitest";
import { letterId } from "@/lib/delivery/letter-id";
import { newId } from "@/lib/shared/ids";
import type { News } from "@/tools/whatsapp-local/number";
import { aWhatsappHouse, numberOf } from "../../support/whatsapp-house";

const EVENTS = 50_000;
const STATUSES = ["sent", "delivered", "read"] as const;
const PEOPLE = Math.ceil(EVENTS / STATUSES.length);

test("A8, X10, X26: a storm of 50,000 events, shuffled and tripled, leaves counters equal to rows", async () => {
  const house = await aWhatsappHouse(PEOPLE);
  const { ctx, ids, line, communityId } = house;
  const [announcementId, occurrenceId] = [newId(), newId()];
  await ctx.db.announcement.create({
    data: { id: announcementId, communityIds: [communityId], status: "sent" },
  });
  await ctx.db.occurrence.create({
    data: { id: occurrenceId, announcementId, dueAt: ctx.now, status: "sent", sent: PEOPLE },
  });
  await ctx.db.$executeRaw`
    INSERT INTO deliveries (occurrence_id, member_id, channel, status, sent_at)
    SELECT ${occurrenceId}::uuid, id, 'whatsapp', 'sent', now() FROM unnest(${ids}::uuid[]) AS id`;
  const number = line.standIn.numbers.get(line.phoneNumberId);
  if (!number) throw new Error("no number");
  const letter = (memberId: string) => letterId({ tenantId: ctx.tenantId, occurrenceId, memberId });
  const news = ids.flatMap((memberId, n): News[] => {
    // Of every ninth one the reading is not told, of every tenth it failed instead.
    const arrived = n % 9 === 0 ? STATUSES.slice(0, 2) : STATUSES;
    return (n % 10 === 0 ? ["failed"] : arrived).map((status) => ({
      kind: "status",
      id: `wamid.${n}`,
      letter: letter(memberId),
      to: numberOf(n),
      status,
      ...(status === "failed" ? { code: 131_026 } : {}),
    }));
  });
  const fill = Array.from(
    { length: EVENTS - news.length },
    (_, n): News => ({
      kind: "status",
      id: `wamid.other.${n}`,
      letter: letter(newId()),
      to: numberOf(n),
      status: "delivered",
    }),
  );
  Object.assign(line.standIn.courier.manner, { copies: 3, shuffled: true, batchSize: 1_000 });
  line.standIn.courier.add(number, [...news, ...fill]);
  // Handled while the storm goes on, by two workers.
  const storm = line.standIn.courier.deliver();
  await Promise.all([line.handle(), line.handle()]);
  await storm;
  await Promise.all([line.handle(), line.handle()]);
  expect(await ctx.db.whatsappEvent.count()).toBe(EVENTS);
  expect(await ctx.db.whatsappEvent.count({ where: { handledAt: null } })).toBe(0);
  const rows = await ctx.db.delivery.groupBy({ by: ["status"], where: { occurrenceId }, _count: true });
  const counted = Object.fromEntries(rows.map(({ status, _count }) => [status, _count]));
  const failed = Math.ceil(PEOPLE / 10);
  const delivered = ids.filter((_, n) => n % 10 !== 0 && n % 9 === 0).length;
  expect(counted).toEqual({ failed, delivered, read: PEOPLE - failed - delivered });
  const occurrence = await ctx.db.occurrence.findFirstOrThrow({
    where: { id: occurrenceId },
    select: { queued: true, sent: true, delivered: true, read: true, failed: true, unknown: true },
  });
  expect(occurrence).toEqual({ queued: 0, unknown: 0, sent: 0, ...counted });
}, 240_000);
