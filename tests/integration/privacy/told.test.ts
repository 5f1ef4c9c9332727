import { describe, expect, test } from "vitest";
import { recordConsent } from "@/lib/consent/commands/record-consent";
import { suspendMember } from "@/lib/memberships/commands/suspend-member";
import { exportPerson } from "@/lib/privacy/commands/export-person";
import { askAboutOwnData } from "@/lib/privacy/commands/open-request";
import { completeRequest, refuseRequest, startRequest } from "@/lib/privacy/commands/step-request";
import { getRequest } from "@/lib/privacy/queries/list-requests";
import type { RequestKind } from "@/lib/privacy/types";
import { dumpDatabase } from "../../support/dump";
import { queuedMails } from "../../support/mail-queue";
import { aMailServer } from "../../support/smtp-world";
import { aMember, aTenant, type Neighbour } from "../../support/world";

// P16: whoever asks about their own data is told by mail what became of it, in their language, once.
let counter = 0;

async function someoneAsks(kind: RequestKind, locale: string | null = null) {
  const here = await aTenant();
  const email = `pede${++counter}@longe.example`;
  const memberId = await aMember(here.tenantId, { name: "Iara Pede", email });
  await here.as("owner").db.member.updateMany({ where: { id: memberId }, data: { locale } });
  const { id } = await askAboutOwnData(here.as({ memberId }), { kind });
  return { here, email, memberId, id, ctx: here.as("admin") };
}
const mailsOf = async (here: Neighbour, email: string) =>
  (await queuedMails(here.tenantId)).filter(({ to }) => to === email);

describe("The answer to a request", () => {
  test("done: with the team's words and the way to the portal, once although two close it", async () => {
    const { here, email, id, ctx } = await someoneAsks("correction");
    const answers = await Promise.allSettled([
      completeRequest(ctx, id, { answer: "O nome está certo agora" }),
      completeRequest(here.as("owner"), id, { answer: "O nome está certo agora" }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const [mail, another] = await mailsOf(here, email);
    expect(another).toBeUndefined();
    expect(mail?.subject).toBe("Seu pedido foi atendido: Correção");
    expect(mail?.text).toContain("O nome está certo agora");
    expect(mail?.text).toContain(`/m/${here.slug}/me/privacy`);
  });

  test("refused: with the reason and what one may do, in the member's language", async () => {
    const { here, email, id, ctx } = await someoneAsks("objection", "en");
    await refuseRequest(ctx, id, { reason: "kept_by_law", answer: "Invoices" });
    const [mail] = await mailsOf(here, email);
    expect(mail?.subject).toMatch(/^Your request was not granted/);
    expect(mail?.text).toContain("Invoices");
    expect(mail?.text).toMatch(/Reason: .*law/);
    expect(mail?.text).toContain("ANPD");
  });

  test("the copy is ready: told once, however often the team makes it; taking it oneself is no news", async () => {
    const { here, email, id, memberId, ctx } = await someoneAsks("access", "es");
    await startRequest(ctx, id);
    const wanted = { memberId, format: "json", requestId: id } as const;
    await exportPerson(here.as({ memberId }), { memberId, format: "html" });
    expect(await mailsOf(here, email)).toEqual([]);
    await Promise.all([exportPerson(ctx, wanted), exportPerson(here.as("owner"), wanted)]);
    await exportPerson(ctx, wanted);
    const mails = await mailsOf(here, email);
    expect(mails.map(({ subject }) => subject)).toEqual(["La copia de tus datos está lista"]);
    expect(await getRequest(ctx, id)).toMatchObject({ status: "in_progress" });
  });

  test("taken on, or called off, is no answer: no mail", async () => {
    const { here, email, id, ctx } = await someoneAsks("access");
    await startRequest(ctx, id);
    expect(await mailsOf(here, email)).toEqual([]);
  });

  test("a refusal that is rolled back tells nothing", async () => {
    const { here, email, id, ctx } = await someoneAsks("access");
    await refuseRequest(ctx, id, { reason: "unfounded" });
    await expect(refuseRequest(ctx, id, { reason: "unfounded" })).rejects.toMatchObject({
      code: "illegal_transition",
    });
    expect(await mailsOf(here, email)).toHaveLength(1);
  });
});

describe("Who is told", () => {
  test("nobody who said no to such mails, and nobody without an address", async () => {
    const { here, email, id, memberId, ctx } = await someoneAsks("access");
    const no = { channel: "email", purpose: "service", granted: false } as const;
    await recordConsent(here.as({ memberId }), memberId, no);
    await completeRequest(ctx, id, {});
    expect(await mailsOf(here, email)).toEqual([]);
    const mute = await aMember(here.tenantId);
    const { id: other } = await askAboutOwnData(here.as({ memberId: mute }), { kind: "access" });
    await completeRequest(ctx, other, {});
    expect(await getRequest(ctx, other)).toMatchObject({ status: "done" });
  });

  test("somebody suspended, without a link to the portal that is closed to them", async () => {
    const { here, email, id, memberId, ctx } = await someoneAsks("access");
    await suspendMember(here.as("owner"), memberId);
    await completeRequest(ctx, id, { answer: "Segue por carta" });
    const [mail] = await mailsOf(here, email);
    expect(mail?.text).toContain("Segue por carta");
    expect(mail?.text).not.toContain(`/m/${here.slug}`);
  });
});

describe("Who asked to be erased", () => {
  test("is told when it is done, and no queue and no table keeps the address for it", async () => {
    const server = await aMailServer();
    const { email, id, ctx } = await someoneAsks("erasure");
    await completeRequest(ctx, id, {});
    expect(server.received.map(({ subject }) => subject)).toEqual([
      expect.stringMatching(/^Seus dados em .* foram excluídos$/),
    ]);
    expect(server.handedOver).toEqual([email]);
    expect((await dumpDatabase()).filter((line) => line.includes(email))).toEqual([]);
    await expect(completeRequest(ctx, id, {})).rejects.toMatchObject({ code: "illegal_transition" });
    expect(server.handedOver).toHaveLength(1);
  });

  test("is erased although the mail server is away", async () => {
    const server = await aMailServer();
    await server.stop();
    const { here, id, memberId, ctx } = await someoneAsks("erasure");
    await completeRequest(ctx, id, {});
    expect(await here.as("owner").db.member.count({ where: { id: memberId } })).toBe(0);
  });
});
