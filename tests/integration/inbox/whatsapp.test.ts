import { beforeEach, describe, expect, test } from "vitest";
import { answerConversation } from "@/lib/inbox/commands/answer";
import { changeConversation } from "@/lib/inbox/commands/change-conversations";
import { sendReplyAgain, systemSendReply } from "@/lib/inbox/commands/send-reply";
import { getConversation } from "@/lib/inbox/queries/get-conversation";
import { listConversations } from "@/lib/inbox/queries/list-conversations";
import { listEntries } from "@/lib/inbox/queries/list-entries";
import { replyId } from "@/lib/inbox/reply-id";
import { systemContext } from "@/lib/platform/context";
import { envelope } from "@/tools/whatsapp-local/courier";
import { aNumber, type News } from "@/tools/whatsapp-local/number";
import { aWhatsappHouse, numberOf, type WhatsappHouse } from "../../support/whatsapp-house";

let house: WhatsappHouse;

beforeEach(async () => {
  house = await aWhatsappHouse(2);
});

const bodyOf = (...news: News[]) => envelope(aNumber(house.line.phoneNumberId, house.line.token), news);
const words = (text: string, n = 0): News => ({
  kind: "message",
  id: `wamid.${text.slice(0, 40)}.${n}`,
  from: numberOf(n),
  text,
});
const system = () => systemContext(house.ctx.tenantId, "test");
const now = () => ({ ...house.ctx, now: new Date() });

async function hear(...news: News[]): Promise<void> {
  await house.line.post(bodyOf(...news));
  await house.line.handle();
}
async function onlyOne(): Promise<string> {
  const { data } = await listConversations(now(), { channel: "whatsapp" }, { limit: 10 });
  expect(data).toHaveLength(1);
  return data[0]?.id ?? "";
}
const answer = (conversationId: string, body = "Às nove") =>
  answerConversation(now(), { conversationId, body, note: false, close: false });
const stateOf = async (conversationId: string, id: string) => {
  const { data } = await listEntries(now(), conversationId, { limit: 50 });
  const entry = data.find((each) => each.id === id);
  return `${entry?.state} ${entry?.reason}`;
};
const told = (id: string, status: string, code?: number): News => ({
  kind: "status",
  id: `wamid.answer.${status}`,
  letter: replyId({ tenantId: house.ctx.tenantId, messageId: id }),
  to: numberOf(0),
  status,
  ...(code === undefined ? {} : { code }),
});

describe("C2: what people write by WhatsApp", () => {
  test("lies in the inbox, each message once however often it is told, and all of its words", async () => {
    const long = "a".repeat(1_000);
    await hear(words("Que horas abre?"), words(long));
    await hear(words("Que horas abre?"));
    const { data } = await listEntries(now(), await onlyOne(), { limit: 50 });
    expect(data.map(({ kind, body }) => [kind, body])).toEqual([
      ["in", long],
      ["in", "Que horas abre?"],
    ]);
  });

  test("P16: a word about being written to is heard as before, and waits for no answer", async () => {
    await hear(words("SAIR"));
    expect((await listConversations(now(), {}, { limit: 10 })).data).toEqual([]);
    const last = await house.ctx.db.consent.findFirst({
      where: { memberId: house.ids[0] ?? "", purpose: "announcements", channel: "whatsapp" },
      orderBy: { at: "desc" },
    });
    expect(last?.granted).toBe(false);
  });

  test("what the provider knows who nobody knows lies nowhere", async () => {
    await hear(words("Oi", 77));
    expect((await listConversations(now(), {}, { limit: 10 })).data).toEqual([]);
  });

  test("opens what was put aside or closed", async () => {
    await hear(words("Oi"));
    const conversationId = await onlyOne();
    await changeConversation(now(), { conversationId, status: "closed" });
    await hear(words("Alguém?"));
    expect(await getConversation(now(), conversationId)).toMatchObject({
      status: "open",
      lastWords: "Alguém?",
    });
  });
});

describe("An answer by WhatsApp", () => {
  test("goes to who wrote, in the words as they are, and moves by what is told of it", async () => {
    await hear(words("Que horas abre?"));
    const conversationId = await onlyOne();
    const { id } = await answer(conversationId);
    expect(await stateOf(conversationId, id)).toBe("queued null");
    await systemSendReply(system(), id);
    expect(await stateOf(conversationId, id)).toBe("sent null");
    expect(sent()).toEqual([{ to: numberOf(0), text: "Às nove" }]);
    await hear(told(id, "read"), told(id, "delivered"));
    expect(await stateOf(conversationId, id)).toBe("read null");
  });

  test("X4: done twice it goes once", async () => {
    await hear(words("Oi"));
    const conversationId = await onlyOne();
    const { id } = await answer(conversationId);
    await Promise.all([systemSendReply(system(), id), systemSendReply(system(), id)]);
    await systemSendReply(system(), id);
    expect(sent()).toHaveLength(1);
    expect(await stateOf(conversationId, id)).toBe("sent null");
  });

  test("A16: what a dead worker had in hand is unknown until it is told of, and is not sent again", async () => {
    await hear(words("Oi"));
    const conversationId = await onlyOne();
    const { id } = await answer(conversationId);
    await house.ctx.db.inboxMessage.updateMany({ where: { id }, data: { state: "sending" } });
    await systemSendReply(system(), id);
    expect(await stateOf(conversationId, id)).toBe("unknown no_answer");
    await expect(sendReplyAgain(now(), { conversationId, messageId: id })).rejects.toMatchObject({
      code: "nothing_to_retry",
    });
    await hear(told(id, "delivered"));
    expect(await stateOf(conversationId, id)).toBe("delivered null");
  });

  test("what failed for sure says why, and may be sent again", async () => {
    await hear(words("Oi"));
    const conversationId = await onlyOne();
    const { id } = await answer(conversationId);
    await systemSendReply(system(), id);
    await hear(told(id, "failed", 131_026));
    expect(await stateOf(conversationId, id)).toBe("failed not_on_whatsapp");
    await sendReplyAgain(now(), { conversationId, messageId: id });
    await systemSendReply(system(), id);
    expect(await stateOf(conversationId, id)).toBe("sent null");
  });

  test("is refused a day after their last message; a note is not", async () => {
    await hear(words("Oi"));
    const conversationId = await onlyOne();
    expect((await getConversation(now(), conversationId)).windowEndsAt).not.toBeNull();
    await house.ctx.db.whatsappWindow.updateMany({ data: { wroteAt: new Date(Date.now() - 86_400_000) } });
    expect((await getConversation(now(), conversationId)).windowEndsAt).toBeNull();
    await expect(answer(conversationId)).rejects.toMatchObject({ code: "window_closed" });
    await answerConversation(now(), { conversationId, body: "Ligar", note: true, close: false });
    await hear(words("Oi de novo"));
    await answer(conversationId);
  });

  test("that waited until the day was over fails, and says so", async () => {
    await hear(words("Oi"));
    const conversationId = await onlyOne();
    const { id } = await answer(conversationId);
    await house.ctx.db.whatsappWindow.updateMany({ data: { wroteAt: new Date(Date.now() - 86_400_000) } });
    await systemSendReply(system(), id);
    expect(await stateOf(conversationId, id)).toBe("failed window_closed");
    expect(sent()).toEqual([]);
  });
});

/** What went out to phones. */
function sent(): { to: string; text: string }[] {
  const { standIn, phoneNumberId } = house.line;
  return (standIn.numbers.get(phoneNumberId)?.sent ?? []).map(({ to, text }) => ({ to, text }));
}
