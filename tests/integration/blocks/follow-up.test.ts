import { beforeAll, describe, expect, test } from "vitest";
import { createAnnouncement } from "@/lib/announcements/commands/create-announcement";
import { remindUnread } from "@/lib/announcements/commands/remind-unread";
import { sendAnnouncement } from "@/lib/announcements/commands/schedule-announcement";
import { sendOccurrence } from "@/lib/announcements/commands/send-occurrence";
import { startAnnouncement } from "@/lib/announcements/commands/start-announcement";
import { loadAudience } from "@/lib/announcements/load-audience";
import { listAnnouncements } from "@/lib/announcements/queries/list-announcements";
import { createAnnouncementInput } from "@/lib/announcements/schema";
import { answerBlock } from "@/lib/blocks/commands/answer-block";
import { getBlock } from "@/lib/blocks/queries/get-results";
import { answerInput } from "@/lib/blocks/schema";
import { listOccurrencesOf } from "@/lib/delivery/queries/get-occurrence";
import { rehearseAudience } from "@/lib/delivery/queries/rehearse-audience";
import { newId } from "@/lib/shared/ids";
import { EVENT, openedBlock, POLL } from "../../support/blocks";
import { aTenant, type Neighbour } from "../../support/world";

let here: Neighbour;
beforeAll(async () => {
  here = await aTenant();
});

const choose = (memberId: string | undefined, blockId: string, choice: string) =>
  answerBlock(here.as({ memberId: memberId ?? "" }), blockId, answerInput.parse({ choices: [choice] }));

async function reached(communityId: string, answered: object) {
  const ctx = here.as("owner");
  const input = createAnnouncementInput.parse({
    communityIds: [communityId],
    body: "E então?",
    audience: { kind: "community", answered },
  });
  const draft = await createAnnouncement(ctx, input);
  return (await rehearseAudience(ctx, await loadAudience(ctx, draft))).people;
}

describe("A15: following up answers", () => {
  test("reaches those who answered so, those who answered at all, or those who got it and did not", async () => {
    const { blockId, memberIds, communityId } = await openedBlock(here, POLL, { count: 10 });
    for (const id of memberIds.slice(0, 3)) await choose(id, blockId, "0");
    for (const id of memberIds.slice(3, 5)) await choose(id, blockId, "1");
    expect(await reached(communityId, { blockId, choices: ["0"] })).toBe(3);
    expect(await reached(communityId, { blockId, choices: ["0", "1"] })).toBe(5);
    expect(await reached(communityId, { blockId })).toBe(5);
    expect(await reached(communityId, { blockId, hasNot: true })).toBe(5);
    expect(await reached(communityId, { blockId, choices: ["0"], hasNot: true })).toBe(7);
  });

  test("a block that does not exist, or whose answers one does not see, is unknown at its field", async () => {
    const { communityId, blockId } = await openedBlock(here, POLL);
    await expect(reached(communityId, { blockId: newId() })).rejects.toMatchObject({
      issues: [{ path: "audience.answered.blockId", code: "unknown_id" }],
    });
    const other = await openedBlock(here, POLL);
    const marketer = here.as("marketer", [other.communityId]);
    const input = createAnnouncementInput.parse({
      communityIds: [other.communityId],
      body: "Oi",
      audience: { kind: "community", answered: { blockId } },
    });
    await expect(createAnnouncement(marketer, input)).rejects.toMatchObject({
      issues: [{ path: "audience.answered.blockId", code: "unknown_id" }],
    });
  });

  test("a reminder shows the same poll: each person answers once", async () => {
    const { blockId, announcementId, memberIds } = await openedBlock(here, POLL);
    await choose(memberIds[0], blockId, "0");
    const ctx = here.as("owner");
    const reminder = await remindUnread(ctx, announcementId);
    await sendAnnouncement(ctx, reminder.id, { undoSeconds: 0 });
    await startAnnouncement(ctx, reminder.id);
    const [occurrence] = (await listOccurrencesOf(ctx, { announcementId: reminder.id, limit: 1 })).data;
    expect(occurrence?.blockId).toBe(blockId);
    await choose(memberIds[0], blockId, "1");
    expect(await getBlock(ctx, blockId)).toMatchObject({ people: 1 });
  });
});

describe("A15: an event reminds by itself", () => {
  const plannedFor = async (announcementId: string) => {
    const { data } = await listAnnouncements(here.as("owner"), { statuses: ["scheduled"], limit: 50 });
    return data.filter(({ id }) => id !== announcementId);
  };

  test("those who say yes or maybe when it is due, at its hours, in the tenant's words and the event's clock", async () => {
    const { announcementId, memberIds, blockId } = await openedBlock(
      here,
      { ...EVENT, remindHours: [24, 2] },
      { count: 6 },
    );
    const planned = await plannedFor(announcementId);
    expect(planned.map(({ dueAt }) => dueAt?.toISOString()).sort()).toEqual([
      "2026-03-07T10:00:00.000Z",
      "2026-03-08T08:00:00.000Z",
    ]);
    const first = planned.find(({ dueAt }) => dueAt?.toISOString() === "2026-03-07T10:00:00.000Z");
    expect(first?.body).toBe(
      "Lembrete: *Corrida da praça*\ndomingo, 8 de março de 2026 às 07:00\nPraça da Sé",
    );
    await choose(memberIds[0], blockId, "yes");
    await choose(memberIds[1], blockId, "maybe");
    await choose(memberIds[2], blockId, "yes");
    await choose(memberIds[2], blockId, "no");
    const due = { ...here.as("owner"), now: first?.dueAt ?? new Date() };
    await startAnnouncement(due, first?.id ?? "");
    const [occurrence] = (await listOccurrencesOf(due, { announcementId: first?.id ?? "", limit: 1 })).data;
    await sendOccurrence(due, occurrence?.id ?? "");
    const got = await due.db.delivery.findMany({
      where: { occurrenceId: occurrence?.id ?? "" },
      select: { memberId: true },
    });
    expect(got.map(({ memberId }) => memberId).sort()).toEqual(memberIds.slice(0, 2).sort());
  });

  test("not for hours that have passed when it is sent", async () => {
    const before = (await plannedFor("")).length;
    await openedBlock(here, { ...EVENT, startsAt: "2026-03-03T18:00", remindHours: [24] });
    expect(await plannedFor("")).toHaveLength(before);
  });
});
