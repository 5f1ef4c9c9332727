import { describe, expect, test } from "vitest";
import { createAnnouncement } from "@/lib/announcements/commands/create-announcement";
import { retryDeliveries } from "@/lib/announcements/commands/retry-deliveries";
import { sendAnnouncement } from "@/lib/announcements/commands/schedule-announcement";
import { sendOccurrence } from "@/lib/announcements/commands/send-occurrence";
import { startAnnouncement } from "@/lib/announcements/commands/start-announcement";
import { listFeed } from "@/lib/announcements/queries/list-feed";
import { rehearseAnnouncement } from "@/lib/announcements/queries/rehearse-announcement";
import { createAnnouncementInput } from "@/lib/announcements/schema";
import { orderChannels } from "@/lib/consent/commands/order-channels";
import { recordConsent } from "@/lib/consent/commands/record-consent";
import type { SingleChannel } from "@/lib/consent/types";
import { markRead } from "@/lib/delivery/commands/mark-read";
import { listOccurrencesOf } from "@/lib/delivery/queries/get-occurrence";
import { listDeliveries } from "@/lib/delivery/queries/list-deliveries";
import type { TenantContext } from "@/lib/platform/context";
import { newId } from "@/lib/shared/ids";
import { aMailServer } from "../../support/smtp-world";
import { aCommunity, people } from "../../support/village-rooms";
import { aTenant } from "../../support/world";

type House = { ctx: TenantContext; communityId: string; ids: string[] };

/** A community of so many people, each with an address `p<n>@casa.example`. */
async function aHouse(count: number): Promise<House> {
  const ctx = (await aTenant()).as("owner");
  const { id: communityId } = await aCommunity(ctx);
  const ids = await people(ctx, communityId, count);
  await ctx.db.identifier.createMany({
    data: ids.map((memberId, n) => {
      const value = `p${n}@casa.example`;
      return { id: newId(), memberId, kind: "email", value, canonical: value };
    }),
  });
  return { ctx, communityId, ids };
}

async function begin(
  { ctx, communityId }: House,
  channels = ["in_app", "email"],
  body = "Oi, *{{first_name|amigo}}*",
) {
  const input = createAnnouncementInput.parse({ communityIds: [communityId], body, channels });
  const { id } = await createAnnouncement(ctx, input);
  await sendAnnouncement(ctx, id, { undoSeconds: 0 });
  await startAnnouncement(ctx, id);
  return id;
}

async function drain({ ctx }: House, announcementId: string) {
  const [occurrence] = (await listOccurrencesOf(ctx, { announcementId, limit: 1 })).data;
  await sendOccurrence(ctx, occurrence?.id ?? "");
  return await state({ ctx }, announcementId);
}

async function state({ ctx }: Pick<House, "ctx">, announcementId: string) {
  const [occurrence] = (await listOccurrencesOf(ctx, { announcementId, limit: 1 })).data;
  if (!occurrence) throw new Error("nothing was started");
  const rows = (await listDeliveries(ctx, { occurrenceId: occurrence.id, limit: 100 })).data;
  return {
    occurrence,
    rows,
    of: (memberId: string | undefined) => rows.find((row) => row.memberId === memberId),
  };
}

const refuse = (house: House, memberId: string | undefined, channel: "email" | "in_app" | "all") =>
  recordConsent(house.ctx, memberId ?? "", { channel, purpose: "announcements", granted: false });

describe("A4, A10: one person, one copy, on the first channel that is theirs", () => {
  test("with an address by e-mail, without or refused in the portal; rehearsal, freeze and outcome agree", async () => {
    const server = await aMailServer();
    const house = await aHouse(5);
    const [, noAddress, refused, away, bounced] = house.ids;
    await house.ctx.db.identifier.deleteMany({ where: { memberId: noAddress ?? "" } });
    await refuse(house, refused, "email");
    await refuse(house, away, "all");
    await house.ctx.db.identifier.updateMany({
      where: { memberId: bounced ?? "" },
      data: { bouncedAt: house.ctx.now },
    });
    const id = await begin(house);
    expect(await rehearseAnnouncement(house.ctx, id)).toMatchObject({
      people: 4,
      considered: 5,
      perChannel: { in_app: 3, email: 1 },
      buckets: [{ reason: "opted_out", count: 1 }],
    });
    const { occurrence, of } = await drain(house, id);
    expect(occurrence).toMatchObject({ status: "sent", counts: { sent: 4, queued: 0 } });
    expect(of(house.ids[0])?.channel).toBe("email");
    expect([noAddress, refused, bounced].map((member) => of(member)?.channel)).toEqual([
      "in_app",
      "in_app",
      "in_app",
    ]);
    expect(of(away)).toBeUndefined();
    expect(server.received).toHaveLength(1);
  });

  test("e-mail alone: who has none is in the bucket no_channel and counted unreachable", async () => {
    await aMailServer();
    const house = await aHouse(3);
    await house.ctx.db.identifier.deleteMany({ where: { memberId: house.ids[0] ?? "" } });
    await refuse(house, house.ids[1], "email");
    const rehearsal = await rehearseAnnouncement(house.ctx, await begin(house, ["email"]));
    expect(rehearsal).toMatchObject({ people: 1, unreachable: 1, perChannel: { email: 1 } });
    expect(rehearsal.buckets).toEqual([
      { reason: "opted_out", count: 1 },
      { reason: "no_channel", count: 1 },
    ]);
  });

  test("the first channel of one's own order that is used and not refused is theirs, else the usual one (A10)", async () => {
    await aMailServer();
    const house = await aHouse(5);
    const [portalFirst, , notByNumber, refusesFirst, onlyLast] = house.ids;
    const prefer = (id: string | undefined, order: SingleChannel[]) =>
      orderChannels(house.ctx, id ?? "", order);
    await prefer(portalFirst, ["in_app"]);
    await prefer(notByNumber, ["whatsapp", "in_app", "email"]);
    await prefer(refusesFirst, ["in_app", "email"]);
    await refuse(house, refusesFirst, "in_app");
    await prefer(onlyLast, ["relay"]);
    const { of } = await drain(house, await begin(house));
    expect(house.ids.map((id) => of(id)?.channel)).toEqual(["in_app", "email", "in_app", "email", "email"]);
  });
});

describe("a letter", () => {
  test("is in the person's words, from the community, and refused in one press (RFC 8058)", async () => {
    const server = await aMailServer();
    const house = await aHouse(1);
    await house.ctx.db.member.updateMany({ data: { name: "Zoé Lima", locale: "en" } });
    await drain(house, await begin(house, ["in_app", "email"], "Oi, *{{first_name}}*\n> <b>não</b> & sim"));
    const [mail] = server.received;
    expect(mail?.subject).toBe("Oi, amigo".replace("amigo", "Zoé"));
    expect(mail?.from?.value[0]?.name).toBe("Vila");
    expect(mail?.html).toContain("<strong>Zoé</strong>");
    expect(mail?.html).toContain("&#60;b&#62;não&#60;/b&#62; &#38; sim");
    expect(mail?.text).toContain("You get this announcement because you are in Vila");
    expect(mail?.headers.get("list")).toMatchObject({
      unsubscribe: { url: expect.stringMatching(/\/unsubscribe\/[\w-]+\/one-click$/u) },
      "unsubscribe-post": { name: "List-Unsubscribe=One-Click" },
    });
    expect(mail?.headers.get("auto-submitted")).toBe("auto-generated");
  });

  test("A10: is in the portal from the start, and need not be sent to whom has read it there", async () => {
    const server = await aMailServer();
    const house = await aHouse(2);
    const id = await begin(house);
    const member = {
      ...house.ctx,
      actor: { kind: "member" as const, memberId: house.ids[0] ?? "", userId: null },
    };
    const [item] = (await listFeed(member, { limit: 5 })).data;
    expect(item?.body).toBe("Oi, *Pessoa*");
    await markRead(member, [item?.occurrenceId ?? ""]);
    const { occurrence } = await drain(house, id);
    expect(occurrence.counts).toMatchObject({ read: 1, sent: 1, queued: 0 });
    expect(server.received).toHaveLength(1);
  });
});

describe("what the server says", () => {
  test("an address without anybody has failed, is remembered, and the portal still has it", async () => {
    await aMailServer((to) => (to === "p0@casa.example" ? { refuse: 550, at: "rcpt" } : "take"));
    const house = await aHouse(2);
    const { occurrence, of } = await drain(house, await begin(house));
    expect(occurrence).toMatchObject({ status: "sent", counts: { failed: 1, sent: 1 } });
    expect(of(house.ids[0])).toMatchObject({ status: "failed", reason: "address_refused" });
    expect((await rehearseAnnouncement(house.ctx, await begin(house))).perChannel).toEqual({
      in_app: 1,
      email: 1,
    });
  });

  test("a full mailbox is tried again later, not lost and not hurried", async () => {
    let isBusy = true;
    const server = await aMailServer(() => (isBusy ? { refuse: 452, at: "rcpt" } : "take"));
    const house = await aHouse(1);
    const id = await begin(house);
    const waiting = await drain(house, id);
    expect(waiting.occurrence).toMatchObject({ status: "sending", counts: { queued: 1 } });
    expect(waiting.of(house.ids[0])).toMatchObject({ status: "queued", reason: "mailbox_busy", attempts: 1 });
    isBusy = false;
    expect((await drain(house, id)).occurrence.counts.queued).toBe(1);
    await house.ctx.db.delivery.updateMany({ data: { leaseUntil: new Date(0) } });
    expect((await drain(house, id)).occurrence).toMatchObject({ status: "sent", counts: { sent: 1 } });
    expect(server.received).toHaveLength(1);
  });

  test("A16: the line that breaks after the letter was taken leaves it unknown, and nothing is sent again", async () => {
    const server = await aMailServer((to) => (to === "p1@casa.example" ? "drop_after_data" : "take"));
    const house = await aHouse(3);
    const { occurrence, of } = await drain(house, await begin(house));
    expect(of(house.ids[1])).toMatchObject({ status: "unknown", reason: "no_answer" });
    expect(server.handedOver.filter((to) => to === "p1@casa.example")).toHaveLength(1);
    expect(occurrence.counts.sent + occurrence.counts.unknown + occurrence.counts.queued).toBe(3);
  });

  test("a server that is away holds the whole channel, and costs nobody a try", async () => {
    process.env.SMTP_URL = "smtp://127.0.0.1:1";
    const house = await aHouse(3);
    const { rows } = await drain(house, await begin(house));
    expect(rows.map(({ status, reason }) => `${status} ${reason}`)).toEqual(
      rows.map(() => "queued server_unreachable"),
    );
    expect((await house.ctx.db.channelPace.findFirst())?.freeAt.getTime()).toBeGreaterThan(Date.now());
    delete process.env.SMTP_URL;
  });
});

describe("X5: the last look", () => {
  test("who refused, left or was suspended after the freeze gets no letter", async () => {
    const server = await aMailServer();
    const house = await aHouse(4);
    const id = await begin(house);
    const [refused, gone, suspended] = house.ids;
    await refuse(house, refused, "email");
    await house.ctx.db.communityMember.deleteMany({ where: { memberId: gone ?? "" } });
    await house.ctx.db.member.updateMany({
      where: { id: suspended ?? "" },
      data: { suspendedAt: house.ctx.now },
    });
    const { occurrence, of } = await drain(house, id);
    expect(of(refused)).toMatchObject({ channel: "in_app", status: "sent" });
    expect(of(gone)).toMatchObject({ status: "skipped", reason: "membership_ended" });
    expect(of(suspended)).toMatchObject({ status: "skipped", reason: "suspended" });
    expect(occurrence).toMatchObject({ status: "sent", counts: { sent: 2, skipped: 2, queued: 0 } });
    expect(server.received).toHaveLength(1);
  });
});

test("A8: two workers and a third later send each letter once", async () => {
  process.env.MAIL_PER_SECOND = "1000";
  const server = await aMailServer();
  const house = await aHouse(120);
  const id = await begin(house);
  await Promise.all([drain(house, id), drain(house, id)]);
  const { occurrence } = await drain(house, id);
  expect(occurrence).toMatchObject({ status: "sent", counts: { sent: 120, queued: 0 } });
  expect(new Set(server.handedOver).size).toBe(120);
  expect(server.handedOver).toHaveLength(120);
  delete process.env.MAIL_PER_SECOND;
});

test("A16: what a dead worker had in hand is unknown, not sent a second time", async () => {
  const server = await aMailServer();
  const house = await aHouse(2);
  const id = await begin(house);
  await house.ctx.db.delivery.updateMany({
    where: { memberId: house.ids[0] ?? "" },
    data: { status: "sending", attempts: 1, leaseUntil: new Date(Date.now() - 1_000) },
  });
  const { occurrence, of } = await drain(house, id);
  expect(of(house.ids[0])).toMatchObject({ status: "unknown", reason: "interrupted" });
  expect(occurrence).toMatchObject({ status: "sent", counts: { unknown: 1, sent: 1, queued: 0 } });
  expect(server.received).toHaveLength(1);
});

describe("A16: sending again", () => {
  test("what failed is tried once more, and only that; what bounced goes to the portal", async () => {
    let isRefused = true;
    const server = await aMailServer((to) =>
      isRefused && to !== "p2@casa.example" ? { refuse: 554, at: "data" } : "take",
    );
    const house = await aHouse(3);
    const id = await begin(house);
    expect((await drain(house, id)).occurrence.counts).toMatchObject({ failed: 2, sent: 1 });
    isRefused = false;
    await house.ctx.db.identifier.updateMany({
      where: { memberId: house.ids[0] ?? "" },
      data: { bouncedAt: new Date() },
    });
    await retryDeliveries(house.ctx, id, "failed");
    const { occurrence, of } = await drain(house, id);
    expect(occurrence).toMatchObject({ status: "sent", counts: { failed: 0, sent: 3, queued: 0 } });
    expect([of(house.ids[0])?.channel, of(house.ids[1])?.channel]).toEqual(["in_app", "email"]);
    expect(server.received).toHaveLength(2);
    await expect(retryDeliveries(house.ctx, id, "failed")).rejects.toMatchObject({
      code: "nothing_to_retry",
    });
    expect((await state(house, id)).occurrence.status).toBe("sent");
  });

  test("what nobody knows of goes again under the same id, when the sender says so", async () => {
    let drops = true;
    const server = await aMailServer(() => (drops ? "drop_after_data" : "take"));
    const house = await aHouse(1);
    const id = await begin(house);
    expect((await drain(house, id)).occurrence.counts.unknown).toBe(1);
    drops = false;
    await retryDeliveries(house.ctx, id, "unknown");
    const { occurrence } = await drain(house, id);
    expect(occurrence).toMatchObject({ status: "sent", counts: { sent: 1, unknown: 0 } });
    expect(server.received[0]?.messageId).toContain(house.ids[0]);
  });
});
