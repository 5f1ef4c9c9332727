import { addCommunityMembers } from "@/lib/communities/commands/add-community-members";
import { createCommunity } from "@/lib/communities/commands/create-community";
import { leaveCommunity } from "@/lib/communities/commands/leave-community";
import { postMessage } from "@/lib/conversations/commands/post-message";
import { addGroupMembers } from "@/lib/groups/commands/add-group-members";
import { createGroup } from "@/lib/groups/commands/create-group";
import type { TenantContext } from "@/lib/platform/context";
import { newId } from "@/lib/shared/ids";
import { uploadPictures } from "./pictures";
import { HOUSES, type HousePlan } from "./plan";
import { pick, seededRandom } from "./random";
import { TALK } from "./talk";

const NEWCOMERS = 14;
const GUESTS = 6;
const HELLOES = [
  "Oi, gente! Acabei de entrar, uma amiga me chamou.",
  "Cheguei! Por onde começo?",
  "Bom dia, sou novo por aqui. Tem espaço pra quem está começando?",
];
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
    const all = memberIds.slice(plan.from, plan.to);
    const people = all.slice(0, -NEWCOMERS);
    const newcomers = all.slice(-NEWCOMERS);
    await addCommunityMembers(past, { communityId, memberIds: people });
    const others = memberIds.filter((id) => !all.includes(id)).slice(index * GUESTS, (index + 1) * GUESTS);
    await comeAndGo(ctx, { communityId, newcomers, guests: others });
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
      const isFirst = groupIds.length === 0;
      const arrived = isFirst ? newcomers : [];
      const seated = spread(people, room.size - 1 - arrived.length, groupIds.length);
      await addGroupMembers(past, { groupId, memberIds: [...seated, ...arrived] });
      await talk(ctx, { groupId, topic: room.topic, people: seated.slice(0, 60), arrived }, random);
      if (isFirst) await showPicture(ctx, groupId, seated);
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

/** Who came in the last weeks, one every other day, and who looked in and left again. */
async function comeAndGo(
  ctx: TenantContext,
  given: { communityId: string; newcomers: readonly string[]; guests: readonly string[] },
): Promise<void> {
  const { communityId, newcomers, guests } = given;
  const daysAgo = (days: number) => ({ ...ctx, now: new Date(ctx.now.getTime() - days * DAY_MS) });
  for (const [index, memberId] of newcomers.entries())
    await addCommunityMembers(daysAgo(arrivalOf(index)), { communityId, memberIds: [memberId] });
  await addCommunityMembers(daysAgo(20), { communityId, memberIds: [...guests] });
  for (const memberId of guests) await leaveCommunity(daysAgo(6), { communityId, memberId });
}

/** How many days ago one of the newcomers came. */
function arrivalOf(index: number): number {
  return 2 + index * 1.6;
}

type Room = {
  groupId: string;
  topic: keyof typeof TALK;
  people: readonly string[];
  /** Who came lately and says hello. */
  arrived: readonly string[];
};

/** Six weeks of talk: mornings and evenings, a few exchanges a week. */
async function talk(
  ctx: TenantContext,
  { groupId, topic, people, arrived }: Room,
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
  rows.push(...helloes(ctx, { groupId, people, arrived }));
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

/** Newcomers say hello two hours after they came; most are answered before long. */
function helloes(ctx: TenantContext, { groupId, people, arrived }: Omit<Room, "topic">) {
  return arrived.flatMap((authorId, index) => {
    const at = ctx.now.getTime() - arrivalOf(index) * DAY_MS + 2 * HOUR_MS;
    const id = newId();
    const hello = { id, groupId, authorId, body: HELLOES[index % HELLOES.length] ?? "", replyTo: null };
    const answer = {
      id: newId(),
      groupId,
      authorId: people[index] ?? "",
      body: "Que bom ter você aqui! Qualquer coisa é só chamar 🙂",
      replyTo: id,
      createdAt: new Date(at + HOUR_MS),
    };
    return [{ ...hello, createdAt: new Date(at) }, ...(index % 5 === 3 ? [] : [answer])];
  });
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
