import { createAnnouncement } from "@/lib/announcements/commands/create-announcement";
import { sendAnnouncement } from "@/lib/announcements/commands/schedule-announcement";
import { sendOccurrence } from "@/lib/announcements/commands/send-occurrence";
import { startAnnouncement } from "@/lib/announcements/commands/start-announcement";
import { createAnnouncementInput } from "@/lib/announcements/schema";
import { createCommunity } from "@/lib/communities/commands/create-community";
import { recordConsent } from "@/lib/consent/commands/record-consent";
import { commentFeedback } from "@/lib/feedback/commands/comment-feedback";
import { sendFeedback } from "@/lib/feedback/commands/send-feedback";
import { voteForFeedback } from "@/lib/feedback/commands/vote-feedback";
import { addGroupMembers } from "@/lib/groups/commands/add-group-members";
import { createGroup } from "@/lib/groups/commands/create-group";
import { answerConversation } from "@/lib/inbox/commands/answer";
import { writeToHouse } from "@/lib/inbox/commands/write-to-house";
import { systemContext } from "@/lib/platform/context";
import { newId } from "@/lib/shared/ids";
import {
  formerLeaves,
  grant,
  type Planted,
  type PlantedVillage,
  plantVillage,
} from "../../support/planted-village";
import type { Neighbour } from "../../support/world";
import { memory, type Place } from "../matrix/place";
import { isIn } from "./viewers";

/** A village in which everybody has said, asked, voted and got something, and one person has left. */
export type LivedVillage = PlantedVillage & {
  /** Ids by the noun that stands before them in an address. */
  pools: Record<string, string[]>;
  place: Place;
};

/** A walk is thousands of calls: on a busy machine it may take minutes. */
export const PATIENCE_MS = 600_000;

export async function aLivedVillage(seed: number): Promise<LivedVillage> {
  const village = await plantVillage(seed);
  const feedback = await everybodyAsks(village);
  const inbox = await everybodyWrites(village);
  await everybodyTalks(village);
  const sent = await everybodyGetsAnnouncements(village);
  await asksToJoin(village);
  for (const { id } of village.people) {
    const entry = { channel: "email", purpose: "promotions", granted: false } as const;
    await recordConsent(village.here.as("owner"), id, entry);
  }
  await formerLeaves(village);
  const ids = (rows: { id: string }[]) => rows.map(({ id }) => id);
  return {
    ...village,
    pools: {
      members: ids(village.people),
      communities: ids(village.communities),
      groups: ids(village.groups),
      manage: ids([...village.communities, ...village.groups]),
      feedback,
      ideas: feedback,
      inbox,
      conversations: inbox,
      ...sent,
    },
    place: placeOf(village),
  };
}

/** Each writes to the house, and is answered. */
async function everybodyWrites({ here, people }: PlantedVillage): Promise<string[]> {
  const ids: string[] = [];
  for (const { id: memberId } of people) {
    const own = { ...here.as({ memberId }), now: new Date() };
    const { conversationId } = await writeToHouse(own, { body: "Que horas abre?", key: newId() });
    const words = { conversationId, body: "Às nove", close: false };
    await answerConversation({ ...here.as("owner"), now: new Date() }, { ...words, note: false });
    await answerConversation({ ...here.as("owner"), now: new Date() }, { ...words, note: true });
    ids.push(conversationId);
  }
  return ids;
}

async function everybodyTalks({ here, people, groups }: PlantedVillage): Promise<void> {
  const { db } = here.as("owner");
  for (const group of groups) {
    const authors = people.filter((person) => isIn(group, person));
    await db.message.createMany({
      data: authors.map(({ id: authorId }, index) => ({
        id: newId(),
        groupId: group.id,
        authorId,
        body: "Bom dia, vila",
        ...(index === 1 ? { removedAt: new Date(), removedBy: authors[0]?.id ?? null } : {}),
      })),
    });
  }
}

/** Each asks in the first of their communities, or in none; the others vote, and the staff answers. */
async function everybodyAsks(village: PlantedVillage): Promise<string[]> {
  const { here, people, communities } = village;
  const ids: string[] = [];
  for (const person of people) {
    const communityId = communities.find((room) => isIn(room, person))?.id ?? null;
    const ctx = { ...here.as({ memberId: person.id }), now: new Date() };
    const { id } = await sendFeedback(ctx, { kind: "question", title: `Que horas?`, communityId });
    await commentFeedback(ctx, { feedbackId: id, body: "Pergunto por mim" });
    const owner = { ...here.as("owner"), now: new Date() };
    await commentFeedback(owner, { feedbackId: id, body: "Vamos ver" });
    for (const voter of people.slice(0, 2))
      await voteForFeedback(owner, { feedbackId: id, memberId: voter.id });
    ids.push(id);
  }
  return ids;
}

async function everybodyGetsAnnouncements({ here, communities }: PlantedVillage) {
  const owner = { ...here.as("owner"), now: new Date() };
  const system = systemContext(here.tenantId, "test");
  const [announcements, occurrences]: [string[], string[]] = [[], []];
  for (const { id: communityId } of communities) {
    const open = await owner.db.community.count({ where: { id: communityId, archivedAt: null } });
    if (open === 0) continue;
    const input = createAnnouncementInput.parse({
      communityIds: [communityId],
      body: "Olá, {{first_name|amigo}}",
    });
    const { id } = await createAnnouncement(owner, input);
    announcements.push(id);
    await sendAnnouncement(owner, id, { undoSeconds: 0 });
    await startAnnouncement(system, id);
    const occurrence = await owner.db.occurrence.findFirst({ where: { announcementId: id } });
    await sendOccurrence(system, occurrence?.id ?? "");
    occurrences.push(occurrence?.id ?? "");
  }
  return { announcements, occurrences };
}

async function asksToJoin({ here, people, communities }: PlantedVillage): Promise<void> {
  for (const { id: communityId, roles } of communities) {
    const outside = people.find(({ index }) => roles[index] === "none");
    if (outside)
      await here
        .as("owner")
        .db.joinRequest.create({ data: { id: newId(), communityId, memberId: outside.id } });
  }
}

/** The village as a place of the matrix, for the ways whose rows make what they need by themselves. */
function placeOf({ here, people, groups, former }: PlantedVillage): Place {
  const group = groups.find(
    (room) => !room.archived && people.filter((person) => isIn(room, person)).length > 2,
  );
  const inside = people.filter((person) => group && isIn(group, person) && person !== former);
  const [member = former, neighbour = former] = inside;
  const stranger = people.find((person) => !inside.includes(person)) ?? former;
  const rooms = { communityId: group?.communityId ?? "", groupId: group?.id ?? "" };
  const strangersGroupId = groups.at(-1)?.id ?? "";
  return place(here, { ...rooms, strangersGroupId }, { member, neighbour, stranger, newcomer: former });
}

/** A new community of the village with two rooms: two neighbours in the one, a stranger to them in the other. */
export async function freshPlace({ here, people, former }: PlantedVillage): Promise<Place> {
  const owner = { ...here.as("owner"), now: new Date() };
  const stillThere = await owner.db.member.findMany({ select: { id: true } });
  const known = people.filter((person) => stillThere.some(({ id }) => id === person.id));
  const [member = former, neighbour = former, stranger = former] = known;
  const { id: communityId } = await createCommunity(owner, { name: "Vila nova" });
  const { id: groupId } = await createGroup(owner, { communityId, name: "Sala nova" });
  const { id: strangersGroupId } = await createGroup(owner, { communityId, name: "Varanda nova" });
  await addGroupMembers(owner, { groupId, memberIds: [member.id, neighbour.id] });
  await addGroupMembers(owner, { groupId: strangersGroupId, memberIds: [stranger.id] });
  await grant(here, communityId);
  const rooms = { communityId, groupId, strangersGroupId };
  return place(here, rooms, { member, neighbour, stranger, newcomer: former });
}

type Rooms = Pick<Place, "communityId" | "groupId" | "strangersGroupId">;
type Cast = Record<"member" | "neighbour" | "stranger" | "newcomer", Planted>;

function place(here: Neighbour, rooms: Rooms, { member, neighbour, stranger, newcomer }: Cast): Place {
  return {
    here,
    owner: { ...here.as("owner"), now: new Date() },
    ...rooms,
    memberId: member.id,
    memberUserId: member.userId,
    neighbourId: neighbour.id,
    stranger,
    newcomer: async () => newcomer.id,
    once: memory(),
  };
}
