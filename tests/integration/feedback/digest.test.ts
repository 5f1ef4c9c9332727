import { describe, expect, test } from "vitest";
import { chooseDigest } from "@/lib/feedback/commands/choose-digest";
import { systemSendDigests } from "@/lib/feedback/commands/send-digests";
import { sendFeedback } from "@/lib/feedback/commands/send-feedback";
import { findDigest } from "@/lib/feedback/queries/find-digest";
import { systemContext } from "@/lib/platform/context";
import { daysAfter } from "@/lib/shared/days";
import { aHouse } from "../../support/feedback-house";
import { queuedMails } from "../../support/mail-queue";

async function aReader() {
  const house = await aHouse(1);
  const { here } = house;
  const mails = async (role: "owner" | "agent") =>
    (await queuedMails(here.tenantId)).filter(({ to }) => to === here.staff[role].email);
  const runDay = (days: number, times = 1) =>
    Promise.all(
      Array.from({ length: times }, () =>
        systemSendDigests({
          ...systemContext(here.tenantId, "test"),
          now: daysAfter(here.as("owner").now, days),
        }),
      ),
    );
  return { ...house, mails, runDay };
}

describe("F4: the digest", () => {
  test("comes once a period from the next one on, whatever runs at once; an empty period has none", async () => {
    const { here, ana, says, mails, runDay } = await aReader();
    await chooseDigest(here.as("owner"), "weekly");
    await says(ana, "Bebedouro no km 5");
    await runDay(0);
    await runDay(5);
    expect(await mails("owner")).toEqual([]);
    await runDay(6, 3);
    await runDay(7);
    const sent = await mails("owner");
    expect(sent).toHaveLength(1);
    expect(sent[0]?.text).toContain("Bebedouro no km 5");
    await here.as("owner").db.feedback.deleteMany({ where: {} });
    await runDay(14);
    expect(await mails("owner")).toHaveLength(1);
  });

  test("R2, R7: an agent reads of granted communities alone, and whoever chooses none gets none", async () => {
    const { here, ana, communityId, says, mails, runDay } = await aReader();
    const { staffId } = here.staff.agent;
    await chooseDigest(here.as("agent"), "daily");
    await says(ana, "Bebedouro no km 5");
    await runDay(1);
    expect(await mails("agent")).toEqual([]);
    await here.as("owner").db.staffGrant.create({ data: { staffId, communityId, grantedBy: null } });
    const tomorrow = { ...here.as({ memberId: ana }), now: daysAfter(here.as("owner").now, 1) };
    await sendFeedback(tomorrow, { kind: "suggestion", title: "Treino à noite", communityId });
    await runDay(2);
    const texts = (await mails("agent")).map(({ text }) => text);
    expect(texts).toEqual([expect.stringContaining("Treino à noite")]);
    expect(texts.join()).not.toContain("Bebedouro");
    await chooseDigest(here.as("agent"), null);
    expect(await findDigest(here.as("agent"))).toBeNull();
    await runDay(3);
    expect(await mails("agent")).toHaveLength(1);
    await expect(chooseDigest(here.as("finance"), "daily")).rejects.toMatchObject({ code: "not_allowed" });
  });
});
