import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strToU8, zipSync } from "fflate";
import { beforeAll, describe, expect, test } from "vitest";
import { requestSignIn } from "@/lib/accounts/commands/request-sign-in";
import { recordAudit } from "@/lib/audit/commands/record-audit";
import { checkChain } from "@/lib/audit-log/queries/check-chain";
import { banMember } from "@/lib/bans/commands/ban-member";
import { recordConsent } from "@/lib/consent/commands/record-consent";
import { checkLedger } from "@/lib/consent/queries/check-ledger";
import { postMessage } from "@/lib/conversations/commands/post-message";
import { commentFeedback } from "@/lib/feedback/commands/comment-feedback";
import { sendFeedback } from "@/lib/feedback/commands/send-feedback";
import { voteForFeedback } from "@/lib/feedback/commands/vote-feedback";
import { addGroupMembers } from "@/lib/groups/commands/add-group-members";
import { suggestGroup } from "@/lib/groups/commands/suggest-group";
import { runImport } from "@/lib/imports/commands/run-import";
import { startImport } from "@/lib/imports/commands/start-import";
import { answerConversation } from "@/lib/inbox/commands/answer";
import { changeConversation } from "@/lib/inbox/commands/change-conversations";
import { writeToHouse } from "@/lib/inbox/commands/write-to-house";
import { createMember } from "@/lib/members/commands/create-member";
import { upsertMembers } from "@/lib/members/commands/upsert-members";
import { systemContext } from "@/lib/platform/context";
import { deliverMail } from "@/lib/platform/mail/deliver-mail";
import { eraseMember } from "@/lib/privacy/commands/erase-member";
import { forgetSamplesJob } from "@/lib/privacy/jobs";
import { newId } from "@/lib/shared/ids";
import { dumpDatabase, dumpFolder } from "../../support/dump";
import { takeMails } from "../../support/mail-queue";
import { type Planted, plantPerson } from "../../support/planted-village";
import { aCommunity, aGroup } from "../../support/village";
import { aMember, aTenant, type Neighbour } from "../../support/world";
import { callApi, keyOf } from "../matrix/call-api";

// P16, X29: an erasure leaves nothing personal in any table, file, index, queue, kept answer, mail or log of what was done.
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "aldeia-erasure-"));
  process.env.ALDEIA_DATA_DIR = folder;
});

/** Everything that is a marker of the person, in lower case. Ids are none: the member's is the pseudonym, the photo's names nothing. */
function markersOf(person: Planted): string[] {
  const { name, phone, email, whatsapp, username, birthdayOn, tag, field, note } = person;
  const national = `(${phone.slice(3, 5)}) ${phone.slice(5, 10)}-${phone.slice(10)}`;
  const words = [...name.split(" "), ...email.split("@"), username, tag, field, note, birthdayOn];
  return [...words, phone.slice(1), national, `${phone.slice(5, 10)}-${phone.slice(10)}`, whatsapp].map(
    (word) => word.toLowerCase(),
  );
}

function found(lines: readonly string[], markers: readonly string[]): string[] {
  return lines.flatMap((line) => {
    const lower = line.toLowerCase();
    return markers
      .filter((marker) => lower.includes(marker))
      .map((marker) => `${marker}: ${line.slice(0, 160)}`);
  });
}

async function everywhere(markers: readonly string[]): Promise<string[]> {
  return [...found(await dumpDatabase(), markers), ...found(dumpFolder(folder), markers)];
}

/** Lets a person leave something behind in every part of the product. */
async function livesHere(here: Neighbour, person: Planted): Promise<{ groupId: string; feedbackId: string }> {
  const owner = { ...here.as("owner"), now: new Date(), ip: "198.51.100.4" };
  const own = { ...here.as({ memberId: person.id }), now: new Date(), ip: "203.0.113.9" };
  const communityId = await aCommunity(here);
  const groupId = await aGroup(here, communityId);
  const neighbour = await aMember(here.tenantId);
  await addGroupMembers(owner, { groupId, memberIds: [person.id, neighbour] });
  await postMessage(own, { groupId, body: `Sou ${person.name}, ${person.phone}` });
  const quoting = `Liguem: ${person.phone} ou (${person.phone.slice(3, 5)}) ${person.phone.slice(5, 10)}-${person.phone.slice(10)}, ${person.email}`;
  await postMessage({ ...here.as({ memberId: neighbour }), now: new Date() }, { groupId, body: quoting });
  const { id: feedbackId } = await sendFeedback(own, {
    kind: "complaint",
    title: person.note,
    body: person.field,
    communityId,
  });
  await voteForFeedback(own, { feedbackId });
  await commentFeedback(owner, { feedbackId, body: `Cara ${person.name}` });
  await commentFeedback(owner, { feedbackId, body: person.note, internal: true });
  for (const mail of await takeMails()) await deliverMail(mail);
  await commentFeedback(owner, { feedbackId, body: `Resposta para ${person.name}` });
  await requestSignIn({
    purpose: "member_code",
    email: person.email,
    locale: "pt-BR",
    ip: null,
    returnTo: null,
  });
  await recordConsent(own, person.id, {
    channel: "email",
    purpose: "promotions",
    granted: true,
    source: `pedido de ${person.name}`,
  });
  await recordConsent(own, person.id, {
    channel: "all",
    purpose: "announcements",
    granted: false,
    source: person.email,
  });
  await recordAudit(own, { action: "member.seen_as", subjectKind: "member", subjectId: person.id });
  await owner.db.joinRequest.create({
    data: {
      id: newId(),
      communityId: await aCommunity(here, "Outra"),
      memberId: person.id,
      askedAs: person.name,
    },
  });
  const quoted = { memberId: neighbour, body: `É irmã de quem tem o ${person.phone}` };
  await owner.db.memberNote.create({ data: { id: newId(), ...quoted } });
  const wrote = { memberId: neighbour, authorId: person.userId, authorName: person.name, body: "Ligou" };
  await owner.db.memberNote.create({ data: { id: newId(), ...wrote } });
  const { conversationId } = await writeToHouse(own, { body: `Sou ${person.name}`, key: newId() });
  const about = { body: `Liguem para ${person.name}: ${person.phone}`, close: false };
  await answerConversation(owner, { conversationId, ...about, note: true });
  const dueAt = new Date(Date.now() + 86_400_000).toISOString();
  await changeConversation(owner, { conversationId, task: { title: `Ligar para ${person.phone}`, dueAt } });
  const { conversationId: neighbours } = await writeToHouse(
    { ...here.as({ memberId: neighbour }), now: new Date() },
    { body: quoting, key: newId() },
  );
  await changeConversation(owner, { conversationId: neighbours, task: { title: person.phone, dueAt } });
  await suggestGroup(own, { communityId, name: person.note, description: `Para ${person.name}` });
  return { groupId, feedbackId };
}

async function isImported(here: Neighbour, person: Planted, groupId: string): Promise<void> {
  const owner = { ...here.as("owner"), now: new Date() };
  const system = systemContext(here.tenantId, "test");
  const list = `nome,telefone,email\n${person.name},${person.phone},${person.email}\nOutra Pessoa,xx,\n`;
  const chat = `12/03/2026 10:00 - ${person.name} criou o grupo\n12/03/2026 10:01 - ${person.name}: Oi, sou eu\n`;
  const files = [
    { kind: "members_csv", fileName: `lista de ${person.name}.csv`, bytes: Buffer.from(list) },
    { kind: "members_csv", fileName: "antiga.csv", bytes: Buffer.from(list, "latin1") },
    {
      kind: "whatsapp_chat",
      fileName: "conversa.zip",
      bytes: zipSync({ "_chat.txt": strToU8(chat) }),
      groupId,
    },
  ] as const;
  for (const file of files) {
    const { id } = await startImport(owner, { ...file, dryRun: false });
    await runImport(system, { importId: id });
  }
}

async function isKnownToTheApi(here: Neighbour, person: Planted): Promise<void> {
  const token = await keyOf(here, "owner");
  const headers = { "Idempotency-Key": newId() };
  const params = { id: person.id };
  const body = { channel: "email", purpose: "service", granted: true, source: person.name };
  await callApi("POST /members/{id}/consents", { token, params, headers, body });
  const again = { name: "Outra", identifiers: [{ kind: "email", value: person.email }] };
  await callApi("POST /members", { token, headers: { "Idempotency-Key": newId() }, body: again });
}

describe("P16: erasure", () => {
  test("leaves nothing of a person who lived everywhere, and what was done and counted stays", async () => {
    const here = await aTenant();
    const person = await plantPerson(here, 31, 0);
    const { groupId, feedbackId } = await livesHere(here, person);
    await isImported(here, person, groupId);
    await isKnownToTheApi(here, person);
    await banMember(
      { ...here.as("owner"), now: new Date() },
      { memberId: person.id, reason: `briga de ${person.name}`, communityId: await aCommunity(here, "C") },
    );
    const before = await everywhere(markersOf(person));
    expect(before.length).toBeGreaterThan(30);

    await eraseMember({ ...here.as("owner"), now: new Date() }, person.id);
    await forgetSamplesJob.handle(systemContext(here.tenantId, "test"), {});
    expect(await everywhere(markersOf(person))).toEqual([]);

    const { db } = here.as("owner");
    expect(await db.feedback.findFirst({ where: { id: feedbackId } })).toMatchObject({
      memberId: null,
      votes: 1,
    });
    expect(await db.feedbackVote.count({ where: { memberId: person.id } })).toBe(1);
    expect(
      await db.message.count({ where: { authorId: person.id, removedAt: { not: null } } }),
    ).toBeGreaterThan(0);
    expect(await db.auditEvent.count({ where: { action: "member.erased", subjectId: person.id } })).toBe(1);
    expect(await db.consent.count({ where: { memberId: person.id } })).toBe(3);
    expect(await checkLedger(here.as("owner"))).toMatchObject({ brokenAt: null });
    expect(await checkChain(here.as("owner"))).toMatchObject({ brokenAt: null });
  }, 120_000);

  test("T2: takes nothing from the same person in another tenant, whose login they keep", async () => {
    const [here, there] = [await aTenant(), await aTenant()];
    const person = await plantPerson(here, 32, 0);
    const twin = await aMember(there.tenantId, { name: person.name, email: person.email });
    await there.as("owner").db.member.updateMany({ where: { id: twin }, data: { userId: person.userId } });
    await eraseMember({ ...here.as("owner"), now: new Date() }, person.id);
    expect(await there.as("owner").db.member.count({ where: { id: twin, userId: person.userId } })).toBe(1);
    expect(await here.as("owner").db.user.count({ where: { id: person.userId } })).toBe(1);
  });

  test("H4: the last admin is erased only after another is named", async () => {
    const here = await aTenant();
    await aCommunity(here);
    await expect(eraseMember(here.as("owner"), here.ownerMemberId)).rejects.toMatchObject({
      code: "last_admin",
    });
  });

  test("R2: is for owner and admin", async () => {
    const here = await aTenant();
    const id = await aMember(here.tenantId);
    for (const who of ["marketer", "agent", "finance", { memberId: id }] as const)
      await expect(eraseMember(here.as(who), id)).rejects.toMatchObject({ code: "not_allowed" });
  });
});

describe("X29: an opt-out survives the erasure", () => {
  const refuse = { channel: "all", purpose: "announcements", granted: false, source: "portal" } as const;

  async function erased(phone: string): Promise<Neighbour> {
    const here = await aTenant();
    const { id } = await createMember(here.as("owner"), {
      name: "Ana",
      identifiers: [{ kind: "phone", value: phone }],
    });
    await recordConsent({ ...here.as("owner"), now: new Date("2026-02-01") }, id, refuse);
    await eraseMember(here.as("owner"), id);
    return here;
  }

  const standing = async (here: Neighbour, memberId: string) =>
    here.as("owner").db.consent.findMany({ where: { memberId }, orderBy: { at: "asc" } });

  test.each([
    ["the same number", "+5511987654321"],
    ["without the ninth digit", "+551187654321"],
  ])("and holds when an import brings %s back", async (_, phone) => {
    const here = await erased("+5511987654321");
    const [row] = await upsertMembers(here.as("owner"), [
      { name: "Ana", identifiers: [{ kind: "phone", value: phone }] },
    ]);
    expect(await standing(here, row?.memberId ?? "")).toMatchObject([
      { channel: "all", purpose: "announcements", granted: false, source: "kept_opt_out" },
    ]);
  });

  test("for a WhatsApp id of that number, over the API, and for nobody else", async () => {
    const here = await erased("+5511987654321");
    const token = await keyOf(here, "owner");
    const make = async (kind: string, value: string) =>
      (await callApi("POST /members", { token, body: { name: "Ana", identifiers: [{ kind, value }] } })).json
        .id as string;
    expect(await standing(here, await make("whatsapp", "5511987654321"))).toHaveLength(1);
    expect(await standing(here, await make("phone", "+5511987654322"))).toEqual([]);
  });

  test("until they opt in again, which holds through the next erasure", async () => {
    const here = await erased("+5511987654321");
    const again = async () => {
      const { id } = await createMember(here.as("owner"), {
        name: "Ana",
        identifiers: [{ kind: "phone", value: "+5511987654321" }],
      });
      return id;
    };
    const id = await again();
    await recordConsent(here.as("owner"), id, { ...refuse, granted: true });
    await eraseMember(here.as("owner"), id);
    expect(await standing(here, await again())).toEqual([]);
  });
});
