import { zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { reviewImport } from "@/lib/imports/commands/review-import";
import { undoImport } from "@/lib/imports/commands/undo-import";
import { getImport } from "@/lib/imports/queries/find-import";
import { aMember, aTenant } from "../../support/world";
import { aPlace, importFile, realChat, work } from "./given";

const CHAT = { kind: "whatsapp_chat", fileName: "Conversa do WhatsApp com Corrida.txt" } as const;
const lines = [
  "13/01/2026 21:03 - As mensagens são protegidas com a criptografia de ponta a ponta.",
  "13/01/2026 21:04 - Ana: Bom dia",
  "13/01/2026 21:04 - +55 11 98000-0001: Oi, gente",
  "13/01/2026 21:05 - Beto: Olá",
  "13/01/2026 21:06 - Beto saiu",
];

describe("importing an exported chat (I2)", () => {
  test("authors become members of group and community, messages keep their instants in the zone", async () => {
    const tenant = await aTenant();
    const { db } = tenant.as("owner");
    const { groupId, communityId } = await aPlace(tenant);
    const done = await importFile(tenant, {
      ...CHAT,
      text: lines.join("\n"),
      groupId,
      timezone: "America/Sao_Paulo",
    });
    expect(done).toMatchObject({
      status: "done",
      counts: { rows: 5, created: 3, messages: 3, skipped: 0 },
      errors: [],
    });
    const messages = await db.message.findMany({
      where: { groupId },
      orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    });
    expect(messages.map(({ kind }) => kind)).toEqual(["system", "text", "text", "text", "system"]);
    expect(messages[1]?.createdAt.toISOString()).toBe("2026-01-14T00:04:00.000Z");
    const phone = await db.identifier.findFirst({ where: { kind: "phone", value: "+5511980000001" } });
    expect(phone?.memberId).toBe(messages[2]?.authorId);
    const member = await db.member.findFirst({ where: { id: phone?.memberId ?? "" } });
    expect(member).toMatchObject({ name: "+55 •••••••••01", source: "chat" });
    const left = messages[3]?.authorId;
    expect(await db.groupMember.count({ where: { groupId } })).toBe(3);
    expect(await db.groupMember.count({ where: { groupId, memberId: left ?? "" } })).toBe(0);
    expect(await db.communityMember.count({ where: { communityId } })).toBe(3);
  });

  test("the same file again adds nothing, a longer export only what is new", async () => {
    const tenant = await aTenant();
    const { db } = tenant.as("owner");
    const { groupId } = await aPlace(tenant);
    await importFile(tenant, { ...CHAT, text: lines.join("\n"), groupId });
    const members = await db.member.count();
    const again = await importFile(tenant, { ...CHAT, text: lines.join("\n"), groupId });
    expect(again.counts).toMatchObject({ created: 0, unchanged: 3, messages: 0, skipped: 5 });
    const longer = [...lines, "14/01/2026 08:00 - Ana: De novo", "14/01/2026 08:00 - Carla: Cheguei"];
    const more = await importFile(tenant, { ...CHAT, text: longer.join("\n"), groupId });
    expect(more.counts).toMatchObject({ created: 1, messages: 2, skipped: 5 });
    expect(await db.member.count()).toBe(members + 1);
  });

  test("a ZIP of an iPhone is read", async () => {
    const tenant = await aTenant();
    const { groupId } = await aPlace(tenant);
    const chat = "[13/01/2026, 21:04:10] Ana: Bom dia\r\n[13/01/2026, 21:05:00] Beto: Oi\r\n";
    const text = zipSync({
      "_chat.txt": new TextEncoder().encode(chat),
      "0001-PHOTO.jpg": new Uint8Array(9),
    });
    const done = await importFile(tenant, {
      ...CHAT,
      fileName: "WhatsApp Chat - Corrida.zip",
      text,
      groupId,
    });
    expect(done.counts).toMatchObject({ created: 2, messages: 2 });
  });

  test("with a community alone the chat goes into the group named like the file, made once", async () => {
    const tenant = await aTenant();
    const { db } = tenant.as("owner");
    const { communityId } = await aPlace(tenant);
    const first = await importFile(tenant, { ...CHAT, text: lines.join("\n"), communityId });
    const second = await importFile(tenant, { ...CHAT, text: lines.join("\n"), communityId });
    expect(second.groupId).toBe(first.groupId);
    expect(second.counts.messages).toBe(0);
    expect(await db.group.findFirst({ where: { id: first.groupId ?? "" } })).toMatchObject({
      name: "Corrida",
    });
    await expect(importFile(tenant, { ...CHAT, text: lines.join("\n") })).rejects.toMatchObject({
      issues: [{ path: "groupId", code: "group_required" }],
    });
  });

  test("an order of dates that nobody can tell waits for a person, who also says who an author is", async () => {
    const tenant = await aTenant();
    const ctx = tenant.as("owner");
    const { groupId } = await aPlace(tenant);
    const ana = await aMember(tenant.tenantId, { name: "Ana Souza" });
    const text = "01/02/2026, 10:00 - Ana: oi\n01/02/2026, 10:01 - Beto: olá\n";
    const waiting = await importFile(tenant, { ...CHAT, text, groupId });
    expect(waiting).toMatchObject({
      status: "needs_review",
      finishedAt: null,
      review: { kind: "chat", sampleDate: "01/02/2026", authors: [{ name: "Ana" }, { name: "Beto" }] },
    });
    await expect(reviewImport(ctx, { id: waiting.id, authors: { Ana: waiting.id } })).rejects.toMatchObject({
      issues: [{ path: "authors.Ana", code: "unknown_id" }],
    });
    await reviewImport(ctx, { id: waiting.id, dateOrder: "mdy", authors: { Ana: ana } });
    await work(tenant, waiting.id);
    const done = await getImport(ctx, waiting.id);
    expect(done).toMatchObject({ status: "done", counts: { created: 1, unchanged: 1, messages: 2 } });
    const [first] = await ctx.db.message.findMany({ where: { groupId, authorId: ana } });
    expect(first?.createdAt.toISOString()).toBe("2026-01-02T13:00:00.000Z");
    await expect(reviewImport(ctx, { id: waiting.id, dateOrder: "dmy" })).rejects.toMatchObject({
      code: "illegal_transition",
    });
  });

  test("a file that is no chat fails and says so", async () => {
    const tenant = await aTenant();
    const { groupId } = await aPlace(tenant);
    const failed = await importFile(tenant, { ...CHAT, text: "nome,telefone\nAna,1\n", groupId });
    expect(failed).toMatchObject({ status: "failed", errors: [{ row: 0, code: "not_a_chat" }] });
  });

  test("undo removes the messages and the people of the chat", async () => {
    const tenant = await aTenant();
    const ctx = tenant.as("owner");
    const { groupId } = await aPlace(tenant);
    const members = await ctx.db.member.count();
    const done = await importFile(tenant, { ...CHAT, text: lines.join("\n"), groupId });
    await undoImport(ctx, { id: done.id });
    expect(await ctx.db.message.count({ where: { groupId } })).toBe(0);
    expect(await ctx.db.member.count()).toBe(members);
    const again = await importFile(tenant, { ...CHAT, text: lines.join("\n"), groupId });
    expect(again.counts).toMatchObject({ created: 3, messages: 3 });
  });

  for (const name of ["lorem.txt", "pokemon.txt"]) {
    const bytes = realChat(name);
    test.skipIf(bytes === null)(
      `the real chat ${name} goes in whole, and once (skipped where ../shared/data is absent)`,
      async () => {
        const tenant = await aTenant();
        const ctx = tenant.as("owner");
        const { groupId } = await aPlace(tenant);
        const text = bytes ?? "";
        const first = await importFile(tenant, { ...CHAT, fileName: name, text, groupId, dateOrder: "auto" });
        if (first.status === "needs_review") {
          await reviewImport(ctx, { id: first.id, dateOrder: "dmy" });
          await work(tenant, first.id);
        }
        const done = await getImport(ctx, first.id);
        expect(done).toMatchObject({ status: "done", errors: [] });
        expect(done.counts.messages).toBeGreaterThan(10);
        expect(await ctx.db.message.count({ where: { groupId } })).toBe(done.counts.rows);
        const again = await importFile(tenant, {
          ...CHAT,
          fileName: name,
          text,
          groupId,
          dateOrder: done.options.dateOrder,
        });
        expect(again.counts).toMatchObject({ created: 0, messages: 0, skipped: done.counts.rows });
      },
    );
  }
});
