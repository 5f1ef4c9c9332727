import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import sharp from "sharp";
import { platformClient } from "@/lib/platform/db/clients";
import { storeFile } from "@/lib/platform/files/store-file";
import { newId } from "@/lib/shared/ids";
import { asOwner } from "./as-owner";
import { anyVillage, type Role } from "./random-village";
import { aTenant, type Neighbour } from "./world";

/** A person whose every field is a marker: a text that stands nowhere else, so that wherever it shows it was told. */
export type Planted = {
  index: number;
  id: string;
  userId: string;
  name: string;
  phone: string;
  email: string;
  whatsapp: string;
  username: string;
  birthdayOn: string;
  tag: string;
  field: string;
  note: string;
  photoFileId: string;
};
export type Room = { id: string; name: string; archived: boolean; roles: Role[] };
export type PlantedVillage = {
  here: Neighbour;
  people: Planted[];
  communities: Room[];
  groups: (Room & { communityId: string })[];
  /** Was in every room and has left all of them: what they did there is still there (P13). */
  former: Planted;
};

const LETTERS = "bcdfghjklmnpqrtvwxz";

/** A text of letters that no other text has in it, the same for the same numbers. */
export function marker(...numbers: number[]): string {
  let state = numbers.reduce((sum, number) => (sum * 48_271 + number + 11) % 2_147_483_647, 7);
  const letters = Array.from({ length: 10 }, () => {
    state = (state * 48_271) % 2_147_483_647;
    return LETTERS[state % LETTERS.length];
  });
  return `q${letters.join("")}`;
}

/** A random village of a tenant with planted people, several rooms and somebody who has left; the same for the same seed. */
export async function plantVillage(seed: number): Promise<PlantedVillage> {
  process.env.ALDEIA_DATA_DIR ??= mkdtempSync(join(tmpdir(), "aldeia-planted-"));
  const here = await aTenant();
  const shape = fc
    .sample(anyVillage, { seed, numRuns: 1_500 })
    .find(({ people, communities }) => people === 5 && communities.length >= 2 && hasOpenRoom(communities));
  if (!shape) throw new Error("no village of this seed is big enough");
  const people: Planted[] = [];
  for (let index = 0; index <= shape.people; index += 1) people.push(await plantPerson(here, seed, index));
  const former = people.at(-1);
  if (!former) throw new Error("nobody was planted");
  const village: PlantedVillage = { here, people, communities: [], groups: [], former };
  for (const community of shape.communities) await plantCommunity(village, community);
  await grant(here, village.communities[0]?.id ?? "");
  return village;
}

/** One room at least in which several people can meet and do things. */
function hasOpenRoom(communities: readonly Shape[]): boolean {
  const rooms = communities.filter(({ archived }) => !archived).flatMap(({ groups }) => groups);
  return rooms.some(
    ({ archived, roles }) => !archived && roles.filter((role) => role !== "none").length >= 3,
  );
}

/** A person of markers in a tenant, with a login and a photo. */
export async function plantPerson(here: Neighbour, seed: number, index: number): Promise<Planted> {
  const ctx = { ...here.as("owner"), now: new Date() };
  const word = (kind: number) => marker(seed, index, kind);
  const [id, userId, email] = [newId(), newId(), `${word(2)}@${word(3)}.example`];
  const digits = String(((seed + 7) * 7_919_317 + index * 104_729) % 100_000).padStart(5, "0");
  const colour = { r: index * 20, g: seed % 255, b: 120 };
  const bytes = await sharp({ create: { width: 96, height: 96, channels: 3, background: colour } })
    .png()
    .toBuffer();
  const photo = await storeFile(ctx, { purpose: "photo", bytes });
  const person: Planted = {
    index,
    id,
    userId,
    name: `${word(0)} ${word(1)}`,
    phone: `+55119${8}${digits}${10 + index}`,
    email,
    whatsapp: `55219${7}${digits}${10 + index}`,
    username: word(4),
    birthdayOn: `${1801 + index}-05-17`,
    tag: word(5),
    field: word(6),
    note: word(7),
    photoFileId: photo.id,
  };
  await platformClient().user.create({ data: { id: userId, email, name: person.name } });
  await ctx.db.member.create({
    data: {
      id,
      userId,
      name: person.name,
      tags: [person.tag],
      fields: { [`campo ${person.field}`]: person.field },
      birthdayOn: new Date(person.birthdayOn),
      photoFileId: photo.id,
    },
  });
  await ctx.db.memberNote.create({ data: { id: newId(), memberId: id, body: person.note } });
  const identifiers = { phone: person.phone, email, whatsapp: person.whatsapp, username: person.username };
  await ctx.db.identifier.createMany({
    data: Object.entries(identifiers).map(([kind, value]) => ({
      id: newId(),
      memberId: id,
      kind,
      value,
      canonical: value,
    })),
  });
  return person;
}

type Shape = {
  archived: boolean;
  roles: Role[];
  groups: { archived: boolean; overflowOfFirst: boolean; roles: Role[] }[];
};

/** The rooms with their people and the owner, who leads each (H4); the former member is put into all of them, and goes with `former leaves`. */
async function plantCommunity({ here, people, communities, groups, former }: PlantedVillage, shape: Shape) {
  const { db } = here.as("owner");
  const id = newId();
  const inside = (index: number) => shape.groups.some(({ roles }) => (roles[index] ?? "none") !== "none");
  const roles = people.map(({ index }): Role => {
    const given = shape.roles[index] ?? "none";
    return given === "none" && (inside(index) || index === former.index) ? "member" : given;
  });
  const name = `Casa ${communities.length}`;
  await db.community.create({ data: { id, name, archivedAt: shape.archived ? new Date() : null } });
  await db.lane.create({ data: { communityId: id, number: 1 } });
  await db.communityMember.createMany({
    data: [
      { communityId: id, memberId: here.ownerMemberId, role: "admin" },
      ...people.flatMap(({ id: memberId, index }) => {
        const role = roles[index] ?? "none";
        return role === "none" ? [] : [{ communityId: id, memberId, role }];
      }),
    ],
  });
  communities.push({ id, name, roles, archived: shape.archived });
  let firstId: string | null = null;
  for (const [position, group] of shape.groups.entries()) {
    const groupId = newId();
    firstId ??= groupId;
    const seats = people.map(
      ({ index }): Role => group.roles[index] ?? (index === former.index ? "member" : "none"),
    );
    const room = { id: groupId, communityId: id, name: `Sala ${communities.length}.${position}` };
    const overflowOf = group.overflowOfFirst && firstId !== groupId ? firstId : null;
    await db.group.create({ data: { ...room, overflowOf, archivedAt: group.archived ? new Date() : null } });
    await db.groupMember.createMany({
      data: [
        { groupId, communityId: id, memberId: here.ownerMemberId, role: "admin" },
        ...people.flatMap(({ id: memberId, index }) => {
          const role = seats[index] ?? "none";
          return role === "none" ? [] : [{ groupId, communityId: id, memberId, role }];
        }),
      ],
    });
    groups.push({ ...room, roles: seats, archived: group.archived || shape.archived });
  }
}

/** The marketer and the agent may work in this community (R2). */
export async function grant(here: Neighbour, communityId: string): Promise<void> {
  const data = [here.staff.marketer, here.staff.agent].map(({ staffId }) => ({ staffId, communityId }));
  await here.as("owner").db.staffGrant.createMany({ data });
}

/** The former member leaves everything, and every counter is made right. */
export async function formerLeaves({ here, communities, groups, former }: PlantedVillage): Promise<void> {
  await here.as("owner").db.communityMember.deleteMany({ where: { memberId: former.id } });
  for (const room of [...communities, ...groups]) room.roles[former.index] = "none";
  await asOwner(process.env.DATABASE_URL ?? "", COUNT_ANEW);
}

const COUNT_ANEW = `
  UPDATE communities c SET
    member_count = (SELECT count(*) FROM community_members m WHERE m.community_id = c.id),
    admin_count = (SELECT count(*) FROM community_members m WHERE m.community_id = c.id AND m.role = 'admin'),
    group_count = (SELECT count(*) FROM groups g WHERE g.community_id = c.id AND g.archived_at IS NULL);
  UPDATE lanes l SET member_count = (SELECT count(*) FROM community_members m
    WHERE m.community_id = l.community_id AND m.lane = l.number);
  UPDATE groups g SET
    member_count = (SELECT count(*) FROM group_members m WHERE m.group_id = g.id),
    admin_count = (SELECT count(*) FROM group_members m WHERE m.group_id = g.id AND m.role = 'admin')`;
