import { zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { banMember } from "@/lib/bans/commands/ban-member";
import { recordConsent } from "@/lib/consent/commands/record-consent";
import { reviewImport } from "@/lib/imports/commands/review-import";
import { startImport } from "@/lib/imports/commands/start-import";
import { undoImport } from "@/lib/imports/commands/undo-import";
import { getImport } from "@/lib/imports/queries/find-import";
import { eraseMember } from "@/lib/privacy/commands/erase-member";
import { asOwner } from "../../support/as-owner";
import { aTenant, aWorld } from "../../support/world";
import { aPlace, importFile, work } from "./given";

const phoneOf = (index: number) => `+55119${String(80_000_000 + index)}`;
const table = (count: number) =>
  ["nome,telefone", ...Array.from({ length: count }, (_, i) => `Pessoa ${i},${phoneOf(i)}`)].join("\n");

describe("importing members from tables (I1)", () => {
  test("three bad rows of 200 are told by line and reason, the other 197 go in and join", async () => {
    const tenant = await aTenant();
    const { communityId, groupId } = await aPlace(tenant);
    const lines = table(200).split("\n");
    lines[10] = "Sem contato,";
    lines[50] = "Fone errado,123";
    lines[150] = `,${phoneOf(9_999)}`;
    const done = await importFile(tenant, { text: lines.join("\n"), groupId });
    expect(done).toMatchObject({
      status: "done",
      communityId,
      groupId,
      counts: { rows: 200, created: 197, updated: 0, unchanged: 0, skipped: 3, messages: 0 },
      progress: { done: 197, total: 197 },
    });
    expect(done.errors.map(({ row, code }) => `${row} ${code}`)).toEqual([
      "11 identifier_missing",
      "51 invalid_phone",
      "151 name_missing",
    ]);
    expect(done.errors[1]?.message).toBe("O telefone “123” não é válido.");
    const ctx = tenant.as("owner");
    expect((await getImport({ ...ctx, locale: "en" }, done.id)).errors[1]?.message).toContain("not valid");
    expect(await ctx.db.groupMember.count({ where: { groupId } })).toBe(198);
    expect(await ctx.db.consent.count()).toBe(0);
  });

  test("the same file twice adds nothing; with and without the ninth digit is one person (X20)", async () => {
    const tenant = await aTenant();
    const text = table(30);
    await importFile(tenant, { text });
    const again = await importFile(tenant, { text });
    expect(again.counts).toMatchObject({ rows: 30, created: 0, updated: 0, unchanged: 30, skipped: 0 });
    const short = await importFile(tenant, { text: "nome,telefone\nPessoa 0,+55 11 8000-0000\n" });
    expect(short.counts).toMatchObject({ created: 0, unchanged: 1 });
  });

  test("a repeated person of the file is one person", async () => {
    const tenant = await aTenant();
    const text = `nome,telefone,email\nAna,${phoneOf(1)},\nAna,${phoneOf(1)},ana@example.com\n`;
    const done = await importFile(tenant, { text });
    expect(done.counts).toMatchObject({ rows: 2, created: 1, unchanged: 1 });
    expect(await tenant.as("owner").db.identifier.count({ where: { value: "ana@example.com" } })).toBe(1);
  });

  test("files of Brazilian Excel are read: semicolons, Latin-1, UTF-16", async () => {
    const text = `Nome;Telefone;Etiquetas\nJoão Açaí;${phoneOf(1)};vip, novo\n`;
    for (const bytes of [Buffer.from(text, "latin1"), Buffer.from(`\ufeff${text}`, "utf16le")]) {
      const tenant = await aTenant();
      const done = await importFile(tenant, { text: new Uint8Array(bytes) });
      expect(done.counts).toMatchObject({ created: 1, skipped: 0 });
      const member = await tenant.as("owner").db.member.findFirst({ where: { importId: done.id } });
      expect(member).toMatchObject({ name: "João Açaí", tags: ["vip", "novo"], source: "import" });
    }
  });

  test("a workbook is read like a table", async () => {
    const tenant = await aTenant();
    const done = await importFile(tenant, { text: aWorkbook(), kind: "members_xlsx", fileName: "a.xlsx" });
    expect(done.counts).toMatchObject({ rows: 1, created: 1 });
  });

  test("all or nothing: one bad row keeps everybody out", async () => {
    const tenant = await aTenant();
    const text = `${table(5)}\nSem contato,`;
    const failed = await importFile(tenant, { text, mode: "all_or_nothing" });
    expect(failed).toMatchObject({ status: "failed", counts: { rows: 6, created: 0, skipped: 6 } });
    expect(failed.errors).toHaveLength(1);
    const good = await importFile(tenant, { text: table(5), mode: "all_or_nothing" });
    expect(good).toMatchObject({ status: "done", counts: { rows: 5, created: 5 } });
  });

  test("a dry run tells what would happen and writes nothing; started afterwards it does exactly that", async () => {
    const tenant = await aTenant();
    const ctx = tenant.as("owner");
    const before = await ctx.db.member.count();
    const dry = await importFile(tenant, { text: `${table(3)}\nX,`, dryRun: true });
    expect(dry).toMatchObject({ status: "done", dryRun: true, counts: { rows: 4, created: 3, skipped: 1 } });
    expect(dry.review).toMatchObject({ kind: "table", columns: [{ field: "name" }, { field: "phone" }] });
    expect(await ctx.db.member.count()).toBe(before);
    await reviewImport(ctx, { id: dry.id, dryRun: false });
    await work(tenant, dry.id);
    expect(await getImport(ctx, dry.id)).toMatchObject({ dryRun: false, counts: dry.counts });
    expect(await ctx.db.member.count()).toBe(before + 3);
  });

  test("unknown columns fail the file with its header named; a mapping makes it good", async () => {
    const tenant = await aTenant();
    const text = `Cliente,Contato principal\nAna,${phoneOf(1)}\n`;
    const failed = await importFile(tenant, { text });
    expect(failed).toMatchObject({ status: "failed", errors: [{ row: 1, code: "no_known_columns" }] });
    const mapping = { Cliente: "name", "Contato principal": "phone" };
    expect((await importFile(tenant, { text, mapping })).counts).toMatchObject({ created: 1 });
  });

  test("L13: whom a full group has no place for is told by row, and nobody is too many", async () => {
    const tenant = await aTenant();
    await asOwner(
      process.env.DATABASE_URL ?? "",
      `UPDATE tenants SET limits = '{"groupMembers": 4}' WHERE id = $1`,
      [tenant.tenantId],
    );
    const { groupId } = await aPlace(tenant);
    const done = await importFile(tenant, { text: table(5), groupId });
    expect(done.errors.map(({ row, code }) => `${row} ${code}`)).toEqual(["5 group_full", "6 group_full"]);
    expect(await tenant.as("owner").db.groupMember.count({ where: { groupId } })).toBe(4);
  });

  test.each([
    ["by the same number", phoneOf(1)],
    ["without its ninth digit", "+55 11 8000-0001"],
  ])("P16: who opted out stays so when a table brings them back %s", async (_, phone) => {
    const tenant = await aTenant();
    const { groupId } = await aPlace(tenant);
    const owner = tenant.as("owner");
    await importFile(tenant, { text: table(3), groupId });
    const { memberId } = await owner.db.identifier.findFirstOrThrow({ where: { value: phoneOf(1) } });
    const said = { channel: "all", purpose: "announcements", granted: false, source: "portal" } as const;
    await recordConsent(owner, memberId, said);
    const again = await importFile(tenant, { text: `nome,telefone\nPessoa 1,${phone}\n`, groupId });
    expect(again.counts).toMatchObject({ rows: 1, created: 0 });
    expect(await owner.db.consent.findMany({ where: { granted: true } })).toEqual([]);
    expect(await owner.db.consent.count({ where: { memberId, granted: false } })).toBe(1);
  });

  test("X19: the row of a banned person is told, makes nobody, and brings nobody back", async () => {
    const tenant = await aTenant();
    const { communityId, groupId } = await aPlace(tenant);
    const owner = tenant.as("owner");
    await importFile(tenant, { text: table(3), groupId });
    const one = await owner.db.identifier.findFirst({ where: { value: phoneOf(1) } });
    await banMember(owner, { memberId: one?.memberId ?? "", communityId });
    await eraseMember(owner, one?.memberId ?? "");
    const short = `nome,telefone\nDe novo,+55 11 8000-0001\nPessoa 7,${phoneOf(7)}\n`;
    const again = await importFile(tenant, { text: short, groupId });
    expect(again.counts).toMatchObject({ rows: 2, created: 1, skipped: 1 });
    expect(again.errors).toMatchObject([{ row: 2, code: "banned" }]);
    expect(again.errors[0]?.message).toMatch(/banida/);
    expect(await owner.db.member.count({ where: { name: "De novo" } })).toBe(0);
    const rehearsal = await importFile(tenant, { text: short, groupId, dryRun: true });
    expect(rehearsal.errors).toMatchObject([{ row: 2, code: "banned" }]);
  });

  test("a run that dies between two chunks goes on where it was, and doubles nothing", async () => {
    const tenant = await aTenant();
    const ctx = tenant.as("owner");
    const { groupId } = await aPlace(tenant);
    const bytes = new TextEncoder().encode(table(4_500));
    const { id } = await startImport(ctx, {
      bytes,
      fileName: "a.csv",
      kind: "members_csv",
      groupId: undefined,
    });
    await asOwner(
      process.env.DATABASE_URL ?? "",
      `CREATE FUNCTION die() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
         IF (NEW.progress->>'next')::int > 2000 THEN RAISE EXCEPTION 'killed'; END IF; RETURN NEW; END $$;
       CREATE TRIGGER die BEFORE UPDATE ON imports FOR EACH ROW EXECUTE FUNCTION die()`,
    );
    await expect(work(tenant, id)).rejects.toThrow("killed");
    expect(await getImport(ctx, id)).toMatchObject({
      status: "running",
      progress: { done: 2_000, total: 4_500 },
    });
    await asOwner(process.env.DATABASE_URL ?? "", "DROP TRIGGER die ON imports; DROP FUNCTION die()");
    await Promise.all([work(tenant, id), work(tenant, id)]);
    await work(tenant, id);
    expect(await getImport(ctx, id)).toMatchObject({
      status: "done",
      counts: { rows: 4_500, created: 4_500, unchanged: 0, skipped: 0 },
    });
    expect(await ctx.db.member.count({ where: { importId: id } })).toBe(4_500);
    expect(groupId).toBeTruthy();
  });

  test("undo takes people and seats back, and leaves who was touched since", async () => {
    const tenant = await aTenant();
    const ctx = tenant.as("owner");
    const { groupId, communityId } = await aPlace(tenant);
    const done = await importFile(tenant, { text: table(3), groupId });
    const [first] = await ctx.db.member.findMany({ where: { importId: done.id }, orderBy: { name: "asc" } });
    await ctx.db.message.create({ data: { id: done.id, groupId, authorId: first?.id ?? null, body: "oi" } });
    await undoImport(ctx, { id: done.id });
    expect(await getImport(ctx, done.id)).toMatchObject({ status: "undone" });
    expect(await ctx.db.member.count({ where: { importId: done.id } })).toBe(1);
    const group = await ctx.db.group.findFirst({ where: { id: groupId } });
    const community = await ctx.db.community.findFirst({ where: { id: communityId } });
    const lane = await ctx.db.lane.findFirst({ where: { communityId } });
    expect([group?.memberCount, community?.memberCount, lane?.memberCount]).toEqual([1, 1, 1]);
    expect(await ctx.db.groupMember.count({ where: { groupId } })).toBe(1);
    await expect(undoImport(ctx, { id: done.id })).rejects.toMatchObject({ code: "illegal_transition" });
  });

  test("a place of another tenant is one that does not exist", async () => {
    const { here, there } = await aWorld();
    const foreign = await aPlace(there);
    for (const place of [{ communityId: foreign.communityId }, { groupId: foreign.groupId }]) {
      await expect(importFile(here, { text: table(1), ...place })).rejects.toMatchObject({
        code: "invalid_input",
        issues: [{ path: Object.keys(place)[0], code: "unknown_id" }],
      });
    }
    const done = await importFile(there, { text: table(1) });
    await expect(getImport(here.as("owner"), done.id)).rejects.toMatchObject({ code: "not_found" });
    await expect(undoImport(here.as("owner"), { id: done.id })).rejects.toMatchObject({ code: "not_found" });
  });

  test("marketer, finance, agent and members are refused; a right lost since stops the job (R7)", async () => {
    const tenant = await aTenant();
    const bytes = new TextEncoder().encode(table(1));
    for (const who of ["marketer", "finance", "agent", { memberId: tenant.ownerMemberId }] as const) {
      await expect(startImport(tenant.as(who), { bytes, fileName: "a.csv" })).rejects.toMatchObject({
        code: "not_allowed",
      });
    }
    const { id } = await startImport(tenant.as("admin"), { bytes, fileName: "a.csv" });
    const { db } = tenant.as("owner");
    await db.staff.updateMany({ where: { id: tenant.staff.admin.staffId }, data: { role: "finance" } });
    await work(tenant, id);
    const failed = await getImport(tenant.as("owner"), id);
    expect(failed).toMatchObject({ status: "failed", errors: [{ row: 0, code: "not_allowed" }] });
  });
});

/** The smallest workbook: one sheet with inline texts. */
function aWorkbook(): Uint8Array {
  const text = (value: string) => new TextEncoder().encode(value);
  const cell = (value: string, ref: string) => `<c r="${ref}" t="inlineStr"><is><t>${value}</t></is></c>`;
  const rows = [
    ["Nome", "Telefone"],
    ["Ana", phoneOf(1)],
  ];
  const sheet = rows
    .map(
      (row, i) =>
        `<row r="${i + 1}">${row.map((value, at) => cell(value, `${"AB"[at]}${i + 1}`)).join("")}</row>`,
    )
    .join("");
  const ns = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
  const rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  return zipSync({
    "[Content_Types].xml": text(
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    ),
    "xl/workbook.xml": text(
      `<workbook ${ns} xmlns:r="${rel}"><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ),
    "xl/_rels/workbook.xml.rels": text(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${rel}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    ),
    "xl/worksheets/sheet1.xml": text(`<worksheet ${ns}><sheetData>${sheet}</sheetData></worksheet>`),
  });
}
