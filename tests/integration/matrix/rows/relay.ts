import { sendAnnouncement } from "@/lib/announcements/commands/schedule-announcement";
import { sendOccurrence } from "@/lib/announcements/commands/send-occurrence";
import { startAnnouncement } from "@/lib/announcements/commands/start-announcement";
import { systemContext } from "@/lib/platform/context";
import { postTask } from "@/lib/relay/commands/post-task";
import { newId } from "@/lib/shared/ids";
import type { Place } from "../place";
import type { ActionRow, ApiRow, MailRow, PageRow } from "../row-types";
import { newDraft } from "./announcements";

const viewers = ["owner", "admin", "marketer", "agent"] as const;
const posters = ["owner", "admin", "marketer"] as const;

type Begun = { announcementId: string; taskId: string; posterId: string };

/**
 * Sent to be posted by hand in a group of its own, which the member administers too; the task is with another admin. Whatever other rows
 * made of the tenant's hours and of its people keeps nothing from it.
 */
async function begin(place: Place): Promise<Begun> {
  const { db } = place.owner;
  const { communityId, memberId } = place;
  const [groupId, posterId] = [newId(), newId()];
  const seat = { groupId, communityId, role: "admin" };
  await db.member.create({ data: { id: posterId, name: "Postador" } });
  await db.identifier.create({
    data: {
      id: newId(),
      memberId: posterId,
      kind: "email",
      value: `${posterId}@casa.example`,
      canonical: `${posterId}@casa.example`,
    },
  });
  await db.group.create({ data: { id: groupId, communityId, name: `Repasse ${groupId}` } });
  for (const id of [memberId, posterId]) {
    await db.communityMember.createMany({ data: [{ communityId, memberId: id }], skipDuplicates: true });
    await db.groupMember.create({ data: { ...seat, memberId: id } });
  }
  const announcementId = await newDraft(place, place.owner, {
    channels: ["relay"],
    audience: { kind: "groups", groupIds: [groupId] },
    urgentReason: "É hoje",
  });
  await sendAnnouncement(place.owner, announcementId, { undoSeconds: 0 });
  await startAnnouncement(systemContext(place.here.tenantId, "test"), announcementId);
  await db.relayTask.updateMany({
    where: { announcementId },
    data: { opensAt: place.owner.now, assigneeId: posterId },
  });
  const { id } = await db.relayTask.findFirstOrThrow({ where: { announcementId }, select: { id: true } });
  return { announcementId, taskId: id, posterId };
}

const open = (place: Place) => place.once("relay", () => begin(place));
const openId = async (place: Place) => ({ id: (await open(place)).taskId });
const freshId = async (place: Place) => ({ id: (await begin(place)).taskId });
const freshForm = async (place: Place) => ({ taskId: (await begin(place)).taskId });
const assignForm = async (place: Place) => {
  const { taskId, posterId } = await begin(place);
  return { taskId, memberId: posterId };
};
async function ticked(place: Place): Promise<string> {
  const { taskId } = await begin(place);
  await postTask(place.owner, taskId);
  return taskId;
}

export const relayApi: Record<string, ApiRow> = {
  "GET /announcements/{id}/relay": {
    params: async (place) => ({ id: (await open(place)).announcementId }),
    allowed: viewers,
    seeAs: 404,
    tells: "names",
  },
  "GET /relay-tasks": {
    allowed: ["owner", "admin", "marketer", "finance", "agent"],
    seeAs: 200,
    tells: "names",
  },
  "GET /relay-tasks/{id}": { params: openId, allowed: posters, seeAs: 200, tells: "names" },
  "GET /relay-tasks/{id}/posters": { params: openId, allowed: posters, seeAs: 200, tells: "names" },
  "POST /relay-tasks/{id}/posted": { params: freshId, allowed: posters, tells: "names" },
  "DELETE /relay-tasks/{id}/posted": {
    params: async (place) => ({ id: await ticked(place) }),
    allowed: posters,
    tells: "names",
  },
  "POST /relay-tasks/{id}/assign": {
    params: openId,
    body: async (place: Place) => ({ memberId: (await open(place)).posterId }),
    allowed: posters,
    tells: "names",
  },
  "POST /relay-tasks/{id}/remind": { params: freshId, allowed: posters, permitted: true, tells: "names" },
};

const byPosters = { for: "staff", allowed: posters, reach: "granted", tells: "nobody" } as const;

export const relayActions: Record<string, ActionRow> = {
  "relay/postAction": { ...byPosters, form: freshForm },
  "relay/unpostAction": { ...byPosters, form: async (place) => ({ taskId: await ticked(place) }) },
  "relay/assignAction": { ...byPosters, form: assignForm },
  "relay/remindAction": { ...byPosters, form: freshForm, permitted: true },
  "relay/postInPortalAction": { for: "member", form: freshForm, tells: "nobody" },
  "relay/unpostInPortalAction": {
    for: "member",
    form: async (place) => ({ taskId: await ticked(place) }),
    tells: "nobody",
  },
  "relay/assignInPortalAction": { for: "member", form: assignForm, tells: "nobody" },
  "relay/remindInPortalAction": { for: "member", form: freshForm, tells: "nobody" },
};

export const relayMails: Record<string, MailRow> = {
  "lib/relay/commands/tell-posters.ts": {
    send: async (place) => {
      const { taskId } = await begin(place);
      const task = await place.owner.db.relayTask.findFirstOrThrow({ where: { id: taskId } });
      const now = new Date(task.dueAt.getTime() + 1);
      const worker = { ...systemContext(place.here.tenantId, "test"), now };
      await sendOccurrence(worker, task.occurrenceId);
    },
    tells: "nobody",
  },
};

export const relayPages: Record<string, PageRow> = {
  "/t/[tenant]/announcements/relay": { allowed: posters, tells: "names" },
  "/m/[tenant]/relay": { allowed: "members", tells: "names" },
};
