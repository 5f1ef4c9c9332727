import { beforeAll, describe, expect, test } from "vitest";
import { recordAudit } from "@/lib/audit/commands/record-audit";
import { recordConsent } from "@/lib/consent/commands/record-consent";
import { postMessage } from "@/lib/conversations/commands/post-message";
import { commentFeedback } from "@/lib/feedback/commands/comment-feedback";
import { sendFeedback } from "@/lib/feedback/commands/send-feedback";
import { addNote } from "@/lib/notes/commands/write-note";
import { exportPerson } from "@/lib/privacy/commands/export-person";
import { askAboutOwnData } from "@/lib/privacy/commands/open-request";
import { completeRequest } from "@/lib/privacy/commands/step-request";
import { SECTIONS } from "@/lib/privacy/export/sections";
import { getRequest } from "@/lib/privacy/queries/list-requests";
import { newId } from "@/lib/shared/ids";
import type { Planted } from "../../support/planted-village";
import { aMember, aTenant, aWorld } from "../../support/world";
import { toldIn } from "./told";
import { aLivedVillage, type LivedVillage } from "./village-life";

// P16: the person's own data, all of it, and nothing of anybody else.
let village: LivedVillage;
let person: Planted;
let texts: Record<"json" | "html", string>;

const textOf = async (...asked: Parameters<typeof exportPerson>) =>
  new Response(await exportPerson(...asked)).text();

beforeAll(async () => {
  village = await aLivedVillage(7);
  const { here, people, groups } = village;
  person = people[0] as Planted;
  const own = { ...here.as({ memberId: person.id }), now: new Date(), ip: "203.0.113.77" };
  const room = groups.find(({ roles, archived }) => roles[person.index] && !archived);
  if (room) await postMessage(own, { groupId: room.id, body: "Minhas <b>palavras</b> na sala" });
  const { id } = await sendFeedback(own, { kind: "complaint", title: "Minha queixa", communityId: null });
  await commentFeedback(here.as("owner"), { feedbackId: id, body: "Resposta que a equipe deu" });
  await commentFeedback(here.as("owner"), { feedbackId: id, body: "Segredo da equipe", internal: true });
  await addNote(here.as("owner"), { memberId: person.id, body: "Nota que só a equipe lê" });
  await recordConsent(own, person.id, { channel: "email", purpose: "promotions", granted: false });
  await recordAudit(own, { action: "member.seen_as", subjectKind: "member", subjectId: person.id });
  await askAboutOwnData(own, { kind: "correction", details: "Meu pedido escrito" });
  const wanted = { memberId: person.id };
  texts = {
    json: await textOf(own, { ...wanted, format: "json" }),
    html: await textOf(own, { ...wanted, format: "html" }),
  };
}, 60_000);

describe.each(["json", "html"] as const)("P16: one's own data as %s", (format) => {
  test("has what is kept of the person, from every part of the product", () => {
    const { name, phone, email, username, tag, field } = person;
    const said = ["Minha queixa", "Resposta que a equipe deu", "Meu pedido escrito", "203.0.113.77"];
    for (const part of [name, phone, email, username, tag, field, ...said])
      expect(texts[format]).toContain(part);
    expect(texts[format]).toMatch(/Minhas (<b>|&#60;b&#62;)palavras/);
  });

  test("has nothing of anybody else, and no notes of the team (P1)", () => {
    const others = [...village.people.filter(({ id }) => id !== person.id), village.former];
    expect(toldIn(texts[format], others)).toEqual([]);
    for (const hidden of ["Nota que só", "Segredo da", person.note])
      expect(texts[format]).not.toContain(hidden);
  });
});

test("as JSON is one object with a list for every section, and the photo", () => {
  const file = JSON.parse(texts.json) as Record<string, unknown>;
  expect(file).toMatchObject({ format: "aldeia-person-1", memberId: person.id });
  for (const section of SECTIONS) expect(file[section]).toBeInstanceOf(Array);
  expect(file.photo).toMatchObject({ contentType: "image/webp" });
});

test("as a page runs nothing that somebody wrote, and asks nobody for anything", () => {
  expect(texts.html).not.toContain("<b>palavras");
  expect(texts.html).not.toMatch(/<script|https?:\/\//);
  expect(texts.html).toContain('<html lang="pt-BR">');
});

describe("Who may take it", () => {
  test("the person, owner and admin; nobody else, and nobody through the person's eyes", async () => {
    const here = await aTenant();
    const [memberId, other] = [await aMember(here.tenantId), await aMember(here.tenantId)];
    const take = (ctx: Parameters<typeof exportPerson>[0]) => exportPerson(ctx, { memberId, format: "json" });
    for (const who of ["owner", "admin", { memberId }] as const) await take(here.as(who));
    for (const who of ["marketer", "agent", "finance", { memberId: other }] as const)
      await expect(take(here.as(who))).rejects.toMatchObject({ code: "not_allowed" });
    const seen = {
      kind: "member",
      memberId,
      userId: null,
      seenBy: { userId: newId(), within: null },
    } as const;
    await expect(take({ ...here.as("owner"), actor: seen })).rejects.toMatchObject({ code: "not_allowed" });
    const acts = { action: "member.exported", subjectId: memberId };
    expect(await here.as("owner").db.auditEvent.count({ where: acts })).toBe(3);
  });

  test("T3: nobody of another tenant exists", async () => {
    const { here, there } = await aWorld();
    const memberId = await aMember(there.tenantId);
    await expect(exportPerson(here.as("owner"), { memberId, format: "json" })).rejects.toMatchObject({
      code: "not_found",
    });
  });

  test("for a request it is noted there, while the request waits", async () => {
    const here = await aTenant();
    const memberId = await aMember(here.tenantId);
    const { id } = await askAboutOwnData(here.as({ memberId }), { kind: "access" });
    const wanted = { memberId, format: "html", requestId: id } as const;
    await exportPerson(here.as("owner"), wanted);
    expect(await getRequest(here.as("owner"), id)).toMatchObject({ status: "in_progress" });
    expect((await getRequest(here.as("owner"), id)).exportedAt).not.toBeNull();
    await completeRequest(here.as("owner"), id, {});
    await expect(exportPerson(here.as("owner"), wanted)).rejects.toMatchObject({ code: "not_found" });
  });
});
