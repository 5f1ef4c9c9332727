import { describe, expect, test } from "vitest";
import { rehearseAnnouncement } from "@/lib/announcements/queries/rehearse-announcement";
import { recordConsent } from "@/lib/consent/commands/record-consent";
import { seal } from "@/lib/platform/sealed";
import { systemFindAccount } from "@/lib/whatsapp/account";
import { checkWhatsapp } from "@/lib/whatsapp/commands/check";
import { connectWhatsapp } from "@/lib/whatsapp/commands/connect";
import { setPrices } from "@/lib/whatsapp/commands/set-prices";
import { readPriceList } from "@/lib/whatsapp/price-list";
import { getWhatsappAccount } from "@/lib/whatsapp/queries/get-account";
import { aConnection } from "../../support/whatsapp-connection";
import { aWhatsappHouse, begin, drain, endPauses, numberOf, stateOf } from "../../support/whatsapp-house";

describe("A10: a message", () => {
  test("goes by the template to whom did not write within a day, on one line, with the announcement behind its button", async () => {
    const house = await aWhatsappHouse(1);
    const { occurrence, of } = await drain(house, await begin(house));
    expect(occurrence).toMatchObject({ status: "sent", counts: { sent: 1 } });
    expect(of(house.ids[0])?.channel).toBe("whatsapp");
    const [sent] = house.line.standIn.numbers.get(house.line.phoneNumberId)?.sent ?? [];
    expect(sent).toMatchObject({
      to: numberOf(0),
      type: "template",
      text: "Vila\nOi, Pessoa · A água volta às 18h",
      letter: expect.stringContaining(house.ids[0] ?? "none"),
    });
  });

  test("goes freely and with its marks to whom wrote within a day, and says how to stop it", async () => {
    const house = await aWhatsappHouse(1);
    const { standIn, phoneNumberId, handle } = house.line;
    standIn.write(phoneNumberId, numberOf(0), "Bom dia");
    await standIn.courier.deliver();
    await handle();
    await drain(house, await begin(house));
    const [sent] = standIn.numbers.get(phoneNumberId)?.sent ?? [];
    expect(sent?.type).toBe("text");
    expect(sent?.text).toMatch(
      /^\*Vila\*\n\nOi, \*Pessoa\*\n\nA água volta às 18h\n\nhttp.+\n\n_Responda SAIR/u,
    );
    expect((await house.ctx.db.whatsappWindow.findFirst())?.openedAt).toBeNull();
  });

  test("P16: needs a yes: who said nothing gets it in the portal, and so does whoever said no after the freeze", async () => {
    const house = await aWhatsappHouse(3);
    const [silent = "", refuses = "", wants = ""] = house.ids;
    await house.ctx.db.$executeRaw`DELETE FROM consents WHERE member_id = ${silent}::uuid`.catch(
      () => undefined,
    );
    await recordConsent(house.ctx, silent, { channel: "whatsapp", purpose: "announcements", granted: false });
    const id = await begin(house);
    expect((await rehearseAnnouncement(house.ctx, id)).perChannel).toEqual({ in_app: 1, whatsapp: 2 });
    await recordConsent({ ...house.ctx, now: new Date() }, refuses, {
      channel: "all",
      purpose: "announcements",
      granted: false,
    });
    await recordConsent({ ...house.ctx, now: new Date() }, refuses, {
      channel: "in_app",
      purpose: "announcements",
      granted: true,
    });
    const { of } = await drain(house, id);
    expect([of(silent)?.channel, of(refuses)?.channel, of(wants)?.channel]).toEqual([
      "in_app",
      "in_app",
      "whatsapp",
    ]);
  });
});

describe("A17: what a sending costs", () => {
  test("is summed by country and category from the tenant's own prices of the day it goes", async () => {
    const house = await aWhatsappHouse(3);
    await house.ctx.db.whatsappWindow.create({ data: { memberId: house.ids[0] ?? "", wroteAt: new Date() } });
    const id = await begin(house);
    expect((await rehearseAnnouncement(house.ctx, id)).cost).toMatchObject({ amountMinor: 0, unpriced: 3 });
    const prices = readPriceList(`BR; utility; 0.04; 2026-01-01
BR; utility; 9; 2126-01-01
BR; service; 0.01; 2026-01-01`);
    await setPrices(house.ctx, { currency: "EUR", prices });
    expect((await rehearseAnnouncement(house.ctx, id)).cost).toEqual({
      amountMinor: 9,
      currency: "EUR",
      unpriced: 0,
      lines: [
        { callingCode: "55", country: "BR", category: "utility", people: 2, amountMinor: 8 },
        { callingCode: "55", country: "BR", category: "service", people: 1, amountMinor: 1 },
      ],
    });
  });
});

describe("the portfolio's limit", () => {
  test("A10: is announced beforehand and kept by all workers together; the rest goes on the next days", async () => {
    const house = await aWhatsappHouse(12);
    await house.ctx.db.whatsappAccount.updateMany({ data: { perDay: 5 } });
    house.line.standIn.limits.perDay = 5;
    const id = await begin(house);
    const rehearsal = await rehearseAnnouncement(house.ctx, id);
    expect(rehearsal.spread).toEqual({ channel: "whatsapp", perDay: 5, days: [5, 5, 2] });
    expect(rehearsal.durationSeconds).toBeGreaterThanOrEqual(2 * 86_400);
    await Promise.all([drain(house, id), drain(house, id), drain(house, id)]);
    const number = house.line.standIn.numbers.get(house.line.phoneNumberId);
    expect((await stateOf(house, id)).occurrence).toMatchObject({
      status: "sending",
      counts: { sent: 5, queued: 7, failed: 0 },
    });
    expect(number?.sent).toHaveLength(5);
    // The next day: a day and a minute later, at WhatsApp too.
    const nextDay = async () => {
      await house.ctx.db
        .$executeRaw`UPDATE whatsapp_windows SET opened_at = opened_at - interval '1441 minutes'`;
      number?.opened.clear();
      await endPauses(house);
      return (await drain(house, id)).occurrence;
    };
    expect(await nextDay()).toMatchObject({ status: "sending", counts: { sent: 10, queued: 2 } });
    expect(await nextDay()).toMatchObject({ status: "sent", counts: { sent: 12, queued: 0 } });
    expect(new Set(number?.sent.map(({ to }) => to)).size).toBe(12);
  });

  test("people whose window is open, or who count already, are not held up by it", async () => {
    const house = await aWhatsappHouse(3);
    await house.ctx.db.whatsappAccount.updateMany({ data: { perDay: 1 } });
    const { standIn, phoneNumberId, handle } = house.line;
    standIn.write(phoneNumberId, numberOf(2), "Oi");
    await standIn.courier.deliver();
    await handle();
    expect((await drain(house, await begin(house))).occurrence.counts).toMatchObject({ sent: 2, queued: 1 });
    const again = await drain(house, await begin(house));
    expect(again.occurrence.counts).toMatchObject({ sent: 2, queued: 1 });
    expect(standIn.numbers.get(phoneNumberId)?.sent.map(({ to }) => to)).not.toContain(numberOf(1));
  });
});

test("the number's pace is kept: never more a second than it may", async () => {
  const house = await aWhatsappHouse(45, { perSecond: 20 });
  house.line.standIn.limits.perSecond = 21;
  const startedAt = performance.now();
  const id = await begin(house);
  let { occurrence } = await drain(house, id);
  // A busy machine may hand over late what was due before, together with what is due now: the number is then told to wait.
  if (occurrence.status !== "sent") {
    await endPauses(house);
    occurrence = (await drain(house, id)).occurrence;
  }
  expect(occurrence).toMatchObject({ status: "sent", counts: { sent: 45, failed: 0 } });
  expect(performance.now() - startedAt).toBeGreaterThan(2_000);
});

describe("what WhatsApp says", () => {
  test("500 and an answer too slow for nobody: tried again; 429 holds the number for Retry-After", async () => {
    const house = await aWhatsappHouse(1);
    const { faults } = house.line.standIn;
    const id = await begin(house);
    faults.push({ times: 1, status: 500 });
    expect((await drain(house, id)).of(house.ids[0])).toMatchObject({
      status: "queued",
      reason: "whatsapp_down",
    });
    await endPauses(house);
    faults.push({ times: 1, status: 429, code: 130_429, retryAfter: 90 });
    expect((await drain(house, id)).of(house.ids[0])).toMatchObject({
      status: "queued",
      reason: "limit_reached",
    });
    const held = (await house.ctx.db.channelPace.findFirst())?.freeAt.getTime() ?? 0;
    expect(held - Date.now()).toBeGreaterThan(80_000);
    await endPauses(house);
    faults.push({ times: 1, delayMs: 800 });
    expect((await drain(house, id)).occurrence).toMatchObject({ status: "sent", counts: { sent: 1 } });
  });

  test("what is refused for good has failed with its reason; the portal has it", async () => {
    const house = await aWhatsappHouse(1);
    house.line.standIn.faults.push({ times: 1, status: 400, code: 131_026 });
    const { occurrence, of } = await drain(house, await begin(house));
    expect(occurrence).toMatchObject({ status: "sent", counts: { failed: 1 } });
    expect(of(house.ids[0])).toMatchObject({ status: "failed", reason: "not_on_whatsapp" });
  });

  test("a number that is away holds the channel and costs nobody a try", async () => {
    const house = await aWhatsappHouse(2);
    process.env.WHATSAPP_API_URL = "http://127.0.0.1:1/v24.0";
    const { of } = await drain(house, await begin(house));
    expect(of(house.ids[0])).toMatchObject({ status: "queued", reason: "whatsapp_unreachable" });
  });
});

describe("A16: no answer", () => {
  test("a line that breaks after the message was taken leaves it unknown; the webhook closes it, nothing is sent twice", async () => {
    const house = await aWhatsappHouse(2);
    const { standIn, phoneNumberId, handle } = house.line;
    standIn.faults.push({ times: 1, drop: "after" });
    const id = await begin(house);
    const { occurrence } = await drain(house, id);
    expect(occurrence).toMatchObject({ status: "sent", counts: { unknown: 1, sent: 1, failed: 0 } });
    await standIn.courier.deliver();
    await handle();
    expect((await stateOf(house, id)).occurrence.counts).toMatchObject({ unknown: 0, read: 2, sent: 0 });
    expect(standIn.numbers.get(phoneNumberId)?.sent).toHaveLength(2);
  });

  test("a line that breaks before is tried again", async () => {
    const house = await aWhatsappHouse(1);
    house.line.standIn.faults.push({ times: 1, status: 503 });
    const id = await begin(house);
    await drain(house, id);
    await endPauses(house);
    expect((await drain(house, id)).occurrence).toMatchObject({ status: "sent", counts: { sent: 1 } });
    expect(house.line.standIn.numbers.get(house.line.phoneNumberId)?.sent).toHaveLength(1);
  });
});

describe("a number that Meta does not take any more", () => {
  test("holds what waits, and the settings say so until it is mended", async () => {
    const house = await aWhatsappHouse(1);
    house.line.standIn.faults.push({ times: 1, status: 401, code: 190 });
    const id = await begin(house);
    expect((await drain(house, id)).of(house.ids[0])).toMatchObject({
      status: "queued",
      reason: "token_refused",
    });
    expect((await getWhatsappAccount(house.ctx)).state).toBe("refused");
    expect(await checkWhatsapp(house.ctx)).toBe("ready");
    await endPauses(house);
    expect((await drain(house, id)).occurrence).toMatchObject({ status: "sent", counts: { sent: 1 } });
  });

  test("P17: secrets whose key is gone stop nothing else, and are entered anew", async () => {
    const house = await aWhatsappHouse(1);
    const unreadable = seal("x", "another use");
    await house.ctx.db.whatsappAccount.updateMany({
      data: { token: unreadable, appSecret: unreadable, verifyToken: unreadable },
    });
    const id = await begin(house);
    expect((await rehearseAnnouncement(house.ctx, id)).perChannel).toMatchObject({ whatsapp: 1 });
    expect((await drain(house, id)).of(house.ids[0])).toMatchObject({
      status: "queued",
      reason: "token_refused",
    });
    expect(await checkWhatsapp(house.ctx)).toBe("refused");
    expect(await getWhatsappAccount(house.ctx)).toMatchObject({ state: "refused", verifyToken: null });
    const { phoneNumberId, token, appSecret } = house.line;
    await connectWhatsapp(house.ctx, aConnection({ phoneNumberId, token, appSecret }));
    expect((await getWhatsappAccount(house.ctx)).verifyToken).toMatch(/^[\w-]{32}$/u);
    await endPauses(house);
    expect((await drain(house, id)).occurrence).toMatchObject({ status: "sent", counts: { sent: 1 } });
  });
});

test("P17: secrets are sealed in the database and of no use to another tenant", async () => {
  const house = await aWhatsappHouse(0);
  const other = await aWhatsappHouse(0);
  const row = await house.ctx.db.whatsappAccount.findFirstOrThrow();
  expect(JSON.stringify(row)).not.toContain(house.line.token);
  expect(JSON.stringify(row)).not.toContain(house.line.appSecret);
  expect(await systemFindAccount(house.ctx)).toMatchObject({
    token: house.line.token,
    appSecret: house.line.appSecret,
    isLocal: false,
  });
  await other.ctx.db.whatsappAccount.updateMany({ data: { token: row.token } });
  await expect(systemFindAccount(other.ctx)).rejects.toThrow();
});
