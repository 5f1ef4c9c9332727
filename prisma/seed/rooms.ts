import { addCommunityMembers } from "@/lib/communities/commands/add-community-members";
import { createCommunity } from "@/lib/communities/commands/create-community";
import { postMessage } from "@/lib/conversations/commands/post-message";
import { addGroupMembers } from "@/lib/groups/commands/add-group-members";
import { createGroup } from "@/lib/groups/commands/create-group";
import type { TenantContext } from "@/lib/platform/context";
import { newId } from "@/lib/shared/ids";
import { uploadPictures } from "./pictures";
import { HOUSES, type HousePlan } from "./plan";
import { pick, seededRandom } from "./random";
import { TALK } from "./talk";

const HOUR_MS = 60 * 60 * 1_000;
const DAY_MS = 24 * HOUR_MS;

export type BuiltHouse = { communityId: string; groupIds: string[]; plan: HousePlan };

/** Builds the houses with their rooms, people and talk; eight months of life before `ctx.now`. */
export async function buildHouses(ctx: TenantContext, memberIds: readonly string[]): Promise<BuiltHouse[]> {
  const random = seededRandom(23);
  const built: BuiltHouse[] = [];
  for (const [index, plan] of HOUSES.entries()) {
    const past = { ...ctx, now: new Date(ctx.now.getTime() - (240 - index * 60) * DAY_MS) };
    const icon = { kind: "emoji" as const, value: plan.emoji, tile: plan.tile };
    const { id: communityId } = await createCommunity(past, {
      name: plan.name,
      description: plan.description,
      icon,
    });
    const people = memberIds.slice(plan.from, plan.to);
    await addCommunityMembers(past, { communityId, memberIds: people });
    const groupIds: string[] = [];
    for (const room of plan.rooms) {
      const roomIcon = { kind: "emoji" as const, value: room.emoji, tile: (plan.tile + groupIds.length) % 8 };
      const { id: groupId } = await createGroup(past, {
        communityId,
        name: room.name,
        description: room.description,
        icon: roomIcon,
      });
      // The creator has the first seat; the rest goes to people of the house, spread over it.
      const seated = spread(people, room.size - 1, groupIds.length);
      await addGroupMembers(past, { groupId, memberIds: seated });
      await talk(ctx, { groupId, topic: room.topic, people: seated.slice(0, 60) }, random);
      if (groupIds.length === 0) await showPicture(ctx, groupId, seated);
      groupIds.push(groupId);
    }
    built.push({ communityId, groupIds, plan });
  }
  return built;
}

/** `count` different people of a list, beginning elsewhere for each room; the first ones are in every room. */
function spread<T>(list: readonly T[], count: number, room: number): T[] {
  const rest = list.slice(5);
  const start = (room * 311) % Math.max(1, rest.length);
  return [...list.slice(0, 5), ...rest.slice(start), ...rest.slice(0, start)].slice(0, count);
}

type Room = { groupId: string; topic: keyof typeof TALK; people: readonly string[] };

/** Six weeks of talk: mornings and evenings, a few exchanges a week. */
async function talk(
  ctx: TenantContext,
  { groupId, topic, people }: Room,
  random: () => number,
): Promise<void> {
  const rows = [];
  for (let day = 42; day >= 1; day -= 1 + Math.floor(random() * 4)) {
    const hour = random() < 0.6 ? 6 + random() * 3 : 18 + random() * 4;
    let at = Math.floor((ctx.now.getTime() - day * DAY_MS) / DAY_MS) * DAY_MS + (hour + 3) * 60 * 60 * 1_000;
    let replyTo: string | null = null;
    for (const body of pick(random, TALK[topic])) {
      at += Math.floor(60_000 + random() * 600_000);
      const id = newId();
      rows.push({ id, groupId, authorId: pick(random, people), body, replyTo, createdAt: new Date(at) });
      replyTo = id;
    }
  }
  rows.sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime());
  const numbered = rows.map((row, index) => ({ ...row, position: index + 1, revision: index + 1 }));
  await ctx.db.message.createMany({ data: numbered });
  await ctx.db.roomLog.create({ data: { groupId, lastPosition: rows.length, lastRevision: rows.length } });
  await livelyEnd(ctx, { people, messages: numbered.slice(-6) });
}

const PAGE = {
  url: "https://corridadavila.example/percurso",
  title: "Corrida da Vila 2026: o novo percurso de 10 km",
  description:
    "Largada na Praça da Matriz às 7h, três pontos de água e chegada no parque. Veja o mapa e a altimetria.",
};

/** Somebody shows this morning's picture, and somebody answers. */
async function showPicture(
  ctx: TenantContext,
  groupId: string,
  [first = "", second = ""]: readonly string[],
): Promise<void> {
  const at = (memberId: string, hoursAgo: number): TenantContext => ({
    ...ctx,
    actor: { kind: "member", memberId, userId: null },
    now: new Date(ctx.now.getTime() - hoursAgo * HOUR_MS),
  });
  const media = await uploadPictures(at(first, 3), ["dawn"]);
  const body = "Olha o céu de hoje na saída do treino 🌅";
  const { id } = await postMessage(at(first, 3), { groupId, body, media });
  await postMessage(at(second, 2), { groupId, body: "Que luz! Amanhã eu vou.", replyTo: id });
  // As the page would have said it: the village asks nobody.
  const { url, title, description } = PAGE;
  await ctx.db.linkPreview.createMany({
    data: [{ url, title, description, askedAt: ctx.now }],
    skipDuplicates: true,
  });
  await postMessage(at(first, 1), { groupId, body: `Saiu o percurso novo: ${url}` });
}

type End = {
  people: readonly string[];
  messages: readonly { id: string; position: number; createdAt: Date }[];
};

/** What was said last is reacted to by some, and one of it stands at the top of the room. */
async function livelyEnd(ctx: TenantContext, { people, messages }: End): Promise<void> {
  const signs = ["👍", "❤️", "😂"];
  const data = messages.flatMap(({ id, position, createdAt }, index) =>
    people.slice(index, index + (index % 3) + 1).map((memberId, place) => ({
      messageId: id,
      memberId,
      emoji: signs[(index + (place > 1 ? 1 : 0)) % signs.length] ?? "👍",
      revision: position,
      at: createdAt,
    })),
  );
  await ctx.db.messageReaction.createMany({ data });
  const [first] = messages;
  if (!first) return;
  const [pinnedBy] = people;
  await ctx.db.message.updateMany({
    where: { id: first.id },
    data: { pinnedAt: first.createdAt, pinnedBy: pinnedBy ?? null },
  });
}
