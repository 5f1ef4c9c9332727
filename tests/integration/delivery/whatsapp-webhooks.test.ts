import { createHmac } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { GET, POST } from "@/app/api/webhooks/whatsapp/[tenant]/route";
import { listConsents } from "@/lib/consent/queries/list-consents";
import { letterId } from "@/lib/delivery/letter-id";
import { digestOf } from "@/lib/whatsapp/cloud-client";
import { getWhatsappAccount } from "@/lib/whatsapp/queries/get-account";
import { envelope } from "@/tools/whatsapp-local/courier";
import { aNumber, type News } from "@/tools/whatsapp-local/number";
import {
  aWhatsappHouse,
  begin,
  drain,
  numberOf,
  stateOf,
  type WhatsappHouse,
} from "../../support/whatsapp-house";

let house: WhatsappHouse;

beforeEach(async () => {
  house = await aWhatsappHouse(2);
});

const bodyOf = (...news: News[]) => envelope(aNumber(house.line.phoneNumberId, house.line.token), news);
const status = (name: string, n = 0, more: Partial<Extract<News, { kind: "status" }>> = {}): News => ({
  kind: "status",
  id: `wamid.${n}`,
  letter: null,
  to: numberOf(n),
  status: name,
  ...more,
});
const words = (text: string, n = 0): News => ({
  kind: "message",
  id: `wamid.${text}.${n}`,
  from: numberOf(n),
  text,
});
const ledger = async (n = 0) =>
  (await listConsents(house.ctx, house.ids[n] ?? "", { limit: 20 })).data.map(
    ({ purpose, granted, source }) => `${purpose} ${granted} ${source}`,
  );

describe("the door", () => {
  test("the handshake gives back what is asked to whom shows the token, and nothing to others", async () => {
    const { verifyToken, webhookUrl } = await getWhatsappAccount(house.ctx);
    expect(webhookUrl).toMatch(new RegExp(`/api/webhooks/whatsapp/${house.slug}$`));
    const ask = async (token: string, slug = house.slug) => {
      const query = new URLSearchParams({
        "hub.mode": "subscribe",
        "hub.challenge": "1158201444",
        "hub.verify_token": token,
      });
      const params = Promise.resolve({ tenant: slug });
      const answer = await GET(new Request(`http://x/?${query}`), { params });
      return `${answer.status} ${await answer.text()}`;
    };
    expect(await ask(verifyToken ?? "")).toBe("200 1158201444");
    expect(await ask("guessed")).toBe("403 ");
    expect(await ask(verifyToken ?? "", "nobody")).toBe("403 ");
  });

  test("X26: a signature of another, over other bytes, or none stores nothing", async () => {
    const body = bodyOf(words("Oi"));
    expect(await house.line.post(body, "guessed")).toBe("401 bad_signature");
    const signature = createHmac("sha256", house.line.appSecret).update(JSON.stringify(body)).digest("hex");
    const params = Promise.resolve({ tenant: house.slug });
    const changed = new Request("http://x/", {
      method: "POST",
      body: `${JSON.stringify(body)} `,
      headers: { "x-hub-signature-256": `sha256=${signature}` },
    });
    expect((await POST(changed, { params })).status).toBe(401);
    const unsigned = new Request("http://x/", { method: "POST", body: JSON.stringify(body) });
    expect((await POST(unsigned, { params })).status).toBe(401);
    expect(await house.ctx.db.whatsappEvent.count()).toBe(0);
  });

  test("what is signed and is none of WhatsApp's is answered and left", async () => {
    expect(await house.line.post("not json")).toBe("200 not_ours");
    expect(await house.line.post({ object: "page", entry: [] })).toBe("200 not_ours");
    expect(
      await house.line.post({ object: "whatsapp_business_account", entry: [{ changes: [{ x: 1 }] }] }),
    ).toBe("200 known");
  });

  test("T2: another number's news in the same body is left out", async () => {
    const other = envelope(aNumber("99999999", "x"), [words("SAIR")]);
    expect(await house.line.post(other)).toBe("200 known");
  });

  test("each piece is stored once before it is handled, and who wrote what is gone after", async () => {
    expect(await house.line.post(bodyOf(words("Bom dia"), words("Bom dia"), status("sent")))).toBe(
      "200 stored",
    );
    expect(await house.line.post(bodyOf(status("sent"), words("Bom dia")))).toBe("200 known");
    expect(await house.ctx.db.whatsappEvent.count({ where: { handledAt: null } })).toBe(2);
    await house.line.handle();
    const [message] = await house.ctx.db.whatsappEvent.findMany({ where: { kind: "message" } });
    expect(message).toMatchObject({ sender: null, words: null, handledAt: expect.any(Date) });
    expect(JSON.stringify(await house.ctx.db.whatsappEvent.findMany())).not.toContain("wamid");
  });
});

describe("A8, X10: statuses", () => {
  test("in any order and however often, each message ends at the furthest; a failure keeps its reason", async () => {
    const id = await begin(house);
    const { occurrence } = await drain(house, id);
    const letter = (n: number) =>
      letterId({
        tenantId: house.ctx.tenantId,
        occurrenceId: occurrence.id,
        memberId: house.ids[n] ?? "",
      });
    const told = (name: string, n: number, code?: number) =>
      status(name, n, { letter: letter(n), ...(code === undefined ? {} : { code }) });
    await house.line.post(bodyOf(told("read", 0), told("failed", 1, 131_049)));
    await house.line.handle();
    await house.line.post(bodyOf(told("sent", 0), told("delivered", 0), told("sent", 1)));
    await house.line.handle();
    const { of, occurrence: after } = await stateOf(house, id);
    expect(of(house.ids[0])?.status).toBe("read");
    expect(of(house.ids[1])).toMatchObject({ status: "failed", reason: "had_enough" });
    expect(after.counts).toMatchObject({ read: 1, failed: 1, sent: 0 });
  });

  test("news without our letter's id is found by the message's; one that is faster than its answer waits for it", async () => {
    const id = await begin(house);
    const { occurrence } = await drain(house, id);
    const row = { occurrenceId: occurrence.id, memberId: house.ids[0] ?? "" };
    await house.ctx.db.delivery.updateMany({ where: row, data: { providerId: null } });
    await house.line.post(bodyOf(status("delivered", 7)));
    await house.line.handle();
    expect(await house.ctx.db.whatsappEvent.count({ where: { handledAt: null } })).toBe(1);
    await house.ctx.db.delivery.updateMany({ where: row, data: { providerId: digestOf("wamid.7") } });
    await house.ctx.db.whatsappEvent.updateMany({ data: { dueAt: new Date(0) } });
    await house.line.handle();
    expect((await stateOf(house, id)).of(house.ids[0])?.status).toBe("delivered");
    expect(await house.ctx.db.whatsappEvent.count({ where: { handledAt: null } })).toBe(0);
  });

  test("T3: a letter that names another tenant moves nothing there or here", async () => {
    const there = await aWhatsappHouse(1);
    const id = await begin(there);
    const { occurrence } = await drain(there, id);
    const letter = letterId({
      tenantId: there.ctx.tenantId,
      occurrenceId: occurrence.id,
      memberId: there.ids[0] ?? "",
    });
    await house.line.post(bodyOf(status("failed", 0, { letter })));
    await house.line.handle();
    expect((await stateOf(there, id)).of(there.ids[0])?.status).toBe("sent");
  });
});

describe("P16: what people say", () => {
  test.each(["SAIR", "sair.", " Parar ", "STOP"])("%s ends what is sent there, at once", async (word) => {
    await house.line.post(bodyOf(words(word)));
    await house.line.handle();
    expect(await ledger()).toEqual([
      "promotions false whatsapp_word",
      "announcements false whatsapp_word",
      "announcements true test",
    ]);
    const { of } = await drain(house, await begin(house));
    expect([of(house.ids[0])?.channel, of(house.ids[1])?.channel]).toEqual(["in_app", "whatsapp"]);
  });

  test("a sentence with such a word in it ends nothing, and VOLTAR brings back", async () => {
    await house.line.post(bodyOf(words("Não vou parar de correr")));
    await house.line.handle();
    expect(await ledger()).toHaveLength(1);
    await house.line.post(bodyOf(words("sair")));
    await house.line.handle();
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    await house.line.post(bodyOf(words("Voltar")));
    await house.line.handle();
    expect((await ledger())[0]).toBe("announcements true whatsapp_word");
  });

  test("the switch for promotions is mirrored; turned on again it undoes itself and no other no", async () => {
    const turn = async (value: "stop" | "resume") => {
      await house.line.post(bodyOf({ kind: "preference", from: numberOf(0), value }));
      await house.line.handle();
      return (await ledger())[0];
    };
    expect(await turn("stop")).toBe("promotions false whatsapp_preference");
    expect(await turn("resume")).toBe("promotions true whatsapp_preference");
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    await house.line.post(bodyOf(words("SAIR")));
    await house.line.handle();
    const before = await ledger();
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    await turn("resume");
    expect(await ledger()).toEqual(before);
  });

  test("X20: a Brazilian number is known with and without its ninth digit", async () => {
    await house.line.post(
      bodyOf({ kind: "message", id: "wamid.9", from: `5511${numberOf(0).slice(5)}`, text: "sair" }),
    );
    await house.line.handle();
    expect((await ledger())[0]).toBe("promotions false whatsapp_word");
  });

  test("whoever is not known is heard by nobody", async () => {
    await house.line.post(bodyOf({ kind: "message", id: "wamid.x", from: "4915112345678", text: "sair" }));
    await house.line.handle();
    expect(await house.ctx.db.whatsappWindow.count()).toBe(0);
  });
});
