import { expect, test } from "vitest";
import { createAnnouncement } from "@/lib/announcements/commands/create-announcement";
import { scheduleAnnouncement, sendAnnouncement } from "@/lib/announcements/commands/schedule-announcement";
import { startAnnouncement } from "@/lib/announcements/commands/start-announcement";
import { createAnnouncementInput } from "@/lib/announcements/schema";
import { addGroupMembers } from "@/lib/groups/commands/add-group-members";
import { createInvite } from "@/lib/invites/commands/create-invite";
import { unsafeJoinByInvite } from "@/lib/invites/commands/join-by-invite";
import { getOverview } from "@/lib/overview/queries/get-overview";
import { systemContext, type TenantContext } from "@/lib/platform/context";
import { newId } from "@/lib/shared/ids";
import { aCommunity, aGroup, limitTo, someMembers } from "../../support/village";
import { aWorld, type Neighbour, NOON } from "../../support/world";

const draft = (ctx: TenantContext, communityId: string, body: string) =>
  createAnnouncement(ctx, createAnnouncementInput.parse({ body, communityIds: [communityId] }));

test("L11, F4, H7, H9: the owner sees who waits, what is late, what fills up, what hangs on one person, what goes out; the neighbour none of it", async () => {
  const { here, there } = await aWorld();
  const { communityId, groupId } = await aFullHouse(here);
  const seen = await getOverview(here.as("owner"));
  expect(seen).toMatchObject({
    // The owner, five in the room, and one at the door.
    counts: { communities: 2, people: 7, scheduled: 2, openFeedback: 2 },
    waiting: [{ communityId, name: "Corre Vila", count: 1 }],
    overdue: [{ title: "Sem resposta" }],
    upcoming: [{ body: "Amanhã" }, { body: "Depois" }],
    // Everybody else there is a plain member (H9).
    lone: [
      { communityId, groupId: null, active: 1 },
      { communityId, groupId, active: 1 },
    ],
    lastSending: { body: "Agora", people: 6, read: 0 },
  });
  expect(
    seen.nearLimits.map(({ limit, groupId: room, value, max }) => ({ limit, room, value, max })),
  ).toEqual([{ limit: "groupMembers", room: groupId, value: 6, max: 6 }]);
  expect(await getOverview(there.as("owner"))).toEqual({
    counts: { communities: 0, people: 1, scheduled: 0, openFeedback: 0 },
    waiting: [],
    overdue: [],
    nearLimits: [],
    lone: [],
    privacy: { pending: 0, overdue: 0 },
    upcoming: [],
    lastSending: null,
  });
});

test("R2: who was granted one community sees that one; who lets nobody in is told of no door", async () => {
  const { here } = await aWorld();
  const { communityId, quietId } = await aFullHouse(here);
  const granted = await getOverview(here.as("agent", [communityId]));
  expect(granted).toMatchObject({
    counts: { communities: 1, people: 6, scheduled: null, openFeedback: 2 },
    waiting: [],
    overdue: [{ title: "Sem resposta" }],
    lastSending: { body: "Agora" },
  });
  expect(granted.nearLimits).toHaveLength(1);
  expect(await getOverview(here.as("marketer", [quietId]))).toMatchObject({
    counts: { communities: 1, people: 1, openFeedback: 0 },
    waiting: [],
    overdue: [],
    nearLimits: [],
    upcoming: [],
    lastSending: null,
  });
  expect((await getOverview(here.as("marketer"))).counts).toMatchObject({ communities: 0, people: 0 });
});

/** A community with a full room, somebody at its door, late feedback and announcements; and one where nothing happens. */
async function aFullHouse(here: Neighbour) {
  const owner = here.as("owner");
  const communityId = await aCommunity(here);
  const quietId = await aCommunity(here, "Sossego");
  const groupId = await aGroup(here, communityId);
  await limitTo(here, { groupMembers: 6 });
  const [waiting = "", ...inside] = await someMembers(here.tenantId, 6);
  for (const memberId of inside) await addGroupMembers(owner, { groupId, memberIds: [memberId] });
  const { token } = await createInvite(owner, { communityId, approval: true });
  await unsafeJoinByInvite(systemContext(here.tenantId, "join_by_invite", NOON), {
    token,
    memberId: waiting,
  });
  const hourMs = 3_600_000;
  for (const [title, dueAt] of [
    ["Sem resposta", new Date(NOON.getTime() - hourMs)],
    ["Com tempo", new Date(NOON.getTime() + hourMs)],
  ] as const)
    await owner.db.feedback.create({ data: { id: newId(), communityId, kind: "question", title, dueAt } });
  const now = await draft(owner, communityId, "Agora");
  await sendAnnouncement(owner, now.id, { undoSeconds: 0 });
  await startAnnouncement(owner, now.id);
  for (const [body, localTime] of [
    ["Depois", "2026-03-06T09:00"],
    ["Amanhã", "2026-03-04T09:00"],
  ] as const) {
    const later = await draft(owner, communityId, body);
    await scheduleAnnouncement(owner, later.id, {
      schedule: { mode: "at", localTime, timezone: "America/Sao_Paulo" },
    });
  }
  return { communityId, groupId, quietId };
}
