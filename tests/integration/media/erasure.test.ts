import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { correctAnnouncement } from "@/lib/announcements/commands/correct-announcement";
import { createAnnouncement } from "@/lib/announcements/commands/create-announcement";
import { sendAnnouncement } from "@/lib/announcements/commands/schedule-announcement";
import { startAnnouncement } from "@/lib/announcements/commands/start-announcement";
import { createAnnouncementInput } from "@/lib/announcements/schema";
import { eraseMember } from "@/lib/privacy/commands/erase-member";
import { nextRows } from "@/lib/privacy/export/sections-sql";
import { keepAsTemplate } from "@/lib/templates/commands/save-template";
import { dumpDatabase } from "../../support/dump";
import { anUpload, aPdf } from "../../support/media";
import { plantPerson } from "../../support/planted-village";
import { aCommunity, people } from "../../support/village-rooms";
import { aTenant } from "../../support/world";

test("P16: an erasure hides a person's number and address in the words and names of what is shown, and keeps the rest of them", async () => {
  process.env.ALDEIA_DATA_DIR = mkdtempSync(join(tmpdir(), "aldeia-media-erasure-"));
  const here = await aTenant();
  const ctx = { ...here.as("owner"), now: new Date() };
  const person = await plantPerson(here, 11, 1);
  const { id: communityId } = await aCommunity(ctx);
  const [reader = ""] = await people(ctx, communityId, 1);
  const picture = await anUpload(ctx);
  const list = await anUpload(ctx, aPdf(), `lista ${person.email}.pdf`);
  const media = [
    { id: picture.id, alt: `Ligue para ${person.phone} até sábado`, decorative: false },
    { id: list.id, alt: "", decorative: false },
  ];
  const input = createAnnouncementInput.parse({ communityIds: [communityId], body: "Corrida", media });
  const { id } = await createAnnouncement(ctx, input);
  await keepAsTemplate(ctx, { announcementId: id, name: "Corrida" });
  await sendAnnouncement(ctx, id, { undoSeconds: 0 });
  await startAnnouncement(ctx, id);
  await correctAnnouncement(ctx, id, { body: "Corrida!" });
  const [row] = await nextRows(ctx.db, "announcements", { memberId: reader, after: "" });
  expect(row?.row.media).toBe(`Ligue para ${person.phone} até sábado · lista ${person.email}.pdf`);
  await eraseMember(ctx, person.id);
  const { media: kept } = await ctx.db.announcement.findFirstOrThrow({
    where: { id },
    select: { media: true },
  });
  expect(kept).toMatchObject([
    { id: picture.id, alt: "Ligue para ••• até sábado", width: picture.width },
    { id: list.id, name: "lista •••.pdf" },
  ]);
  const lines = await dumpDatabase();
  expect(lines.filter((line) => line.includes(person.phone) || line.includes(person.email))).toEqual([]);
});
