import { expect, test } from "vitest";
import { correctAnnouncement } from "@/lib/announcements/commands/correct-announcement";
import { createAnnouncement } from "@/lib/announcements/commands/create-announcement";
import { sendAnnouncement } from "@/lib/announcements/commands/schedule-announcement";
import { sendOccurrence } from "@/lib/announcements/commands/send-occurrence";
import { startAnnouncement } from "@/lib/announcements/commands/start-announcement";
import { listFeed } from "@/lib/announcements/queries/list-feed";
import { listVersions } from "@/lib/announcements/queries/list-versions";
import { createAnnouncementInput } from "@/lib/announcements/schema";
import { listOccurrencesOf } from "@/lib/delivery/queries/get-occurrence";
import { newId } from "@/lib/shared/ids";
import { aMailServer } from "../../support/smtp-world";
import { aCommunity, people } from "../../support/village-rooms";
import { aTenant } from "../../support/world";

test("A11: the portal has the new words at once, marked; the old ones stay on the record, and in letters that left", async () => {
  await aMailServer();
  const ctx = (await aTenant()).as("owner");
  const { id: communityId } = await aCommunity(ctx);
  const [reader = "", byMail = ""] = await people(ctx, communityId, 2);
  const value = "ana@casa.example";
  await ctx.db.identifier.create({
    data: { id: newId(), memberId: byMail, kind: "email", value, canonical: value },
  });
  const input = createAnnouncementInput.parse({
    communityIds: [communityId],
    body: "Às 18h",
    channels: ["in_app", "email"],
  });
  const { id } = await createAnnouncement(ctx, input);
  await expect(correctAnnouncement(ctx, id, { body: "Às 19h" })).rejects.toMatchObject({
    code: "illegal_transition",
  });
  await sendAnnouncement(ctx, id, { undoSeconds: 0 });
  await startAnnouncement(ctx, id);
  const [occurrence] = (await listOccurrencesOf(ctx, { announcementId: id, limit: 1 })).data;
  await sendOccurrence(ctx, occurrence?.id ?? "");
  const corrected = await correctAnnouncement(ctx, id, { body: "Às 19h" });
  expect(corrected).toMatchObject({ body: "Às 19h", status: "sent", version: 2, unchangedDeliveries: 1 });
  const member = { ...ctx, actor: { kind: "member" as const, memberId: reader, userId: null } };
  expect((await listFeed(member, { limit: 5 })).data[0]).toMatchObject({ body: "Às 19h", isEdited: true });
  await correctAnnouncement(ctx, id, { body: "Às 20h" });
  expect((await listVersions(ctx, id)).map(({ version, body }) => `${version} ${body}`)).toEqual([
    "2 Às 19h",
    "1 Às 18h",
  ]);
  await expect(listVersions(member, id)).rejects.toMatchObject({ code: "not_found" });
  await expect(correctAnnouncement(ctx, id, { body: "x".repeat(5_000) })).rejects.toMatchObject({
    code: "invalid_input",
  });
});
