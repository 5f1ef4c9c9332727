import fc from "fast-check";
import { tenantClient } from "@/lib/platform/db/clients";
import { newId } from "@/lib/shared/ids";

export type Role = "none" | "member" | "admin";
export type Village = {
  people: number;
  communities: {
    archived: boolean;
    roles: Role[];
    groups: { archived: boolean; overflowOfFirst: boolean; roles: Role[] }[];
  }[];
};

const role = fc.oneof(
  { weight: 4, arbitrary: fc.constant<Role>("none") },
  { weight: 4, arbitrary: fc.constant<Role>("member") },
  { weight: 1, arbitrary: fc.constant<Role>("admin") },
);

/** Random villages: people in communities and groups with any roles, archived rooms and overflow siblings among them. */
export const anyVillage: fc.Arbitrary<Village> = fc.integer({ min: 2, max: 7 }).chain((people) => {
  const roles = fc.array(role, { minLength: people, maxLength: people });
  const group = fc.record({ archived: fc.boolean(), overflowOfFirst: fc.boolean(), roles });
  const community = fc.record({
    archived: fc.boolean(),
    roles,
    groups: fc.array(group, { maxLength: 3 }),
  });
  return fc.record({
    people: fc.constant(people),
    communities: fc.array(community, { minLength: 1, maxLength: 3 }),
  });
});

export type Built = { memberIds: string[]; communityIds: string[]; groupIds: string[] };

/** Writes a village into a tenant, rooms and people straight into the tables. Who is in a group is in its community (H3). */
export async function buildVillage(tenantId: string, village: Village): Promise<Built> {
  const db = tenantClient(tenantId);
  const memberIds = Array.from({ length: village.people }, newId);
  await db.member.createMany({
    data: memberIds.map((id, index) => ({ id, name: `Pessoa ${index} Silva`, tags: [`t${index}`] })),
  });
  await db.identifier.createMany({
    data: memberIds.flatMap((memberId, index) =>
      [
        { kind: "phone", value: `+551199${id6(memberId)}${index}` },
        { kind: "email", value: `p${index}.${memberId.slice(-6)}@x.example` },
      ].map((each) => ({ id: newId(), memberId, ...each, canonical: each.value })),
    ),
  });
  const built: Built = { memberIds, communityIds: [], groupIds: [] };
  for (const community of village.communities) await buildCommunity(db, community, built);
  return built;
}

function id6(id: string): string {
  return String(Number.parseInt(id.slice(-8), 16) % 1_000_000).padStart(6, "0");
}

async function buildCommunity(
  db: ReturnType<typeof tenantClient>,
  community: Village["communities"][number],
  built: Built,
): Promise<void> {
  const communityId = newId();
  const archivedAt = (archived: boolean) => (archived ? new Date() : null);
  built.communityIds.push(communityId);
  await db.community.create({
    data: { id: communityId, name: "Casa", archivedAt: archivedAt(community.archived) },
  });
  const inside = (index: number) => community.groups.some(({ roles }) => roles[index] !== "none");
  await db.communityMember.createMany({
    data: built.memberIds.flatMap((memberId, index) => {
      const given = community.roles[index] ?? "none";
      const wanted = given === "none" && inside(index) ? "member" : given;
      return wanted === "none" ? [] : [{ communityId, memberId, role: wanted }];
    }),
  });
  const [firstId] = community.groups.map(newId);
  for (const [position, group] of community.groups.entries()) {
    const id = position === 0 && firstId ? firstId : newId();
    built.groupIds.push(id);
    await db.group.create({
      data: {
        id,
        communityId,
        name: "Sala",
        archivedAt: archivedAt(group.archived),
        overflowOf: position > 0 && group.overflowOfFirst ? (firstId ?? null) : null,
      },
    });
    await db.groupMember.createMany({
      data: built.memberIds.flatMap((memberId, index) => {
        const wanted = group.roles[index] ?? "none";
        return wanted === "none" ? [] : [{ groupId: id, communityId, memberId, role: wanted }];
      }),
    });
  }
}
