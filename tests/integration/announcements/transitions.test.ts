import { expect, test } from "vitest";
import { changeAnnouncement } from "@/lib/announcements/commands/change-announcement";
import { createAnnouncement } from "@/lib/announcements/commands/create-announcement";
import { createAnnouncementInput } from "@/lib/announcements/schema";
import { aCommunity } from "../../support/village-rooms";
import { aTenant } from "../../support/world";

test("A1: approving what is not in review is no transition, whoever asks; one's own in review is not allowed (A19)", async () => {
  const ctx = (await aTenant()).as("owner");
  const { id: communityId } = await aCommunity(ctx);
  const input = createAnnouncementInput.parse({ communityIds: [communityId], body: "Oi" });
  const { id } = await createAnnouncement(ctx, input);
  const approve = () => changeAnnouncement(ctx, id, { transition: "approve" });
  await expect(approve()).rejects.toMatchObject({ code: "illegal_transition" });
  await changeAnnouncement(ctx, id, { transition: "submit" });
  await expect(approve()).rejects.toMatchObject({ code: "not_allowed" });
});
