import sharp from "sharp";
import { extractText, getDocumentProxy } from "unpdf";
import { expect, test } from "vitest";
import { createAnnouncement } from "@/lib/announcements/commands/create-announcement";
import { sendAnnouncement } from "@/lib/announcements/commands/schedule-announcement";
import { sendOccurrence } from "@/lib/announcements/commands/send-occurrence";
import { startAnnouncement } from "@/lib/announcements/commands/start-announcement";
import { getLatestBreakdown } from "@/lib/announcements/queries/get-latest-breakdown";
import { getReport } from "@/lib/announcements/report/get-report";
import { reportResponse } from "@/lib/announcements/report/report-response";
import { createAnnouncementInput } from "@/lib/announcements/schema";
import { markRead } from "@/lib/delivery/commands/mark-read";
import { listOccurrencesOf } from "@/lib/delivery/queries/get-occurrence";
import { aCommunity, people } from "../../support/village-rooms";
import { aTenant } from "../../support/world";

/** Twelve people: ten in a big room, two in a small one; `readers` of them read it. */
async function aSentOne(readers: number) {
  const ctx = (await aTenant()).as("owner");
  const { id: communityId, groups } = await aCommunity(ctx, ["Corrida às quartas", "Diretoria"]);
  const [big = "", small = ""] = groups;
  const ids = await people(ctx, communityId, 12, (index) => (index < 10 ? [big] : [small]));
  const input = { communityIds: [communityId], body: "*Treino* de sábado 🏃\nÀs 7h" };
  const { id } = await createAnnouncement(ctx, createAnnouncementInput.parse(input));
  await sendAnnouncement(ctx, id, { undoSeconds: 0 });
  await startAnnouncement(ctx, id);
  const [occurrence] = (await listOccurrencesOf(ctx, { announcementId: id, limit: 1 })).data;
  const occurrenceId = occurrence?.id ?? "";
  await sendOccurrence(ctx, occurrenceId);
  for (const memberId of ids.slice(0, readers))
    await markRead({ ...ctx, actor: { kind: "member", memberId, userId: null } }, [occurrenceId]);
  return { ctx, id };
}

const textOf = async (response: Response) => {
  const document = await getDocumentProxy(new Uint8Array(await response.arrayBuffer()));
  return (await extractText(document, { mergePages: true })).text;
};

test("P12: rooms of fewer than five people tell no number and no share, in the live view and in the report", async () => {
  const { ctx, id } = await aSentOne(0);
  const rooms = [
    { name: "Corrida às quartas", people: 10, reached: 10, share: 1 },
    { name: "Diretoria", people: "<5", reached: "<5", share: null },
  ];
  expect((await getLatestBreakdown(ctx, id)).groups).toMatchObject(rooms);
  expect((await getReport(ctx, id)).groups).toMatchObject(rooms);
});

test("A9: the rate is of those whom it reached, and is not told while few have read it", async () => {
  const few = await aSentOne(3);
  expect(await getReport(few.ctx, few.id)).toMatchObject({ people: 12, readShare: null });
  const many = await aSentOne(6);
  expect(await getReport(many.ctx, many.id)).toMatchObject({ readShare: 0.5 });
});

test("the PDF has title, counts, channels, rooms and the caveat, in the asker's language", async () => {
  const { ctx, id } = await aSentOne(6);
  const response = await reportResponse(ctx, id, "pdf");
  expect(response.headers.get("content-type")).toBe("application/pdf");
  const text = await textOf(response);
  for (const words of ["Treino de sábado", "Vila", "12 de 12", "Corrida às quartas", "<5 de <5", "50%"])
    expect(text).toContain(words);
  expect(text).toContain("Quem não leu pode ter visto");
  const english = await textOf(await reportResponse({ ...ctx, locale: "en" }, id, "pdf"));
  expect(english).toContain("Announcement report");
  expect(english).toContain("12 of 12");
});

test("the picture is a PNG of 1200 × 630", async () => {
  const { ctx, id } = await aSentOne(6);
  const response = await reportResponse(ctx, id, "png");
  const { format, width, height } = await sharp(Buffer.from(await response.arrayBuffer())).metadata();
  expect({ format, width, height }).toEqual({ format: "png", width: 1_200, height: 630 });
});

test("before anything was sent there is no report, and none for who may not see the numbers", async () => {
  const { ctx, id } = await aSentOne(0);
  const row = await ctx.db.announcement.findFirstOrThrow({ select: { communityIds: true } });
  const input = createAnnouncementInput.parse({ communityIds: row.communityIds, body: "Oi" });
  const draft = await createAnnouncement(ctx, input);
  await expect(getReport(ctx, draft.id)).rejects.toMatchObject({ code: "not_found" });
  const member = await ctx.db.delivery.findFirstOrThrow({ select: { memberId: true } });
  const reader = { ...ctx, actor: { kind: "member" as const, memberId: member.memberId, userId: null } };
  await expect(getReport(reader, id)).rejects.toMatchObject({ code: "not_found" });
});
