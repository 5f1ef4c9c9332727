import type { TenantContext } from "@/lib/platform/context";
import { newId } from "@/lib/shared/ids";

/** A community with groups, straight into the tables: for tests of what happens to people who are in them. */
export async function aCommunity(ctx: TenantContext, groupNames: readonly string[] = []) {
  const id = newId();
  await ctx.db.community.create({ data: { id, name: "Vila" } });
  const groups: string[] = [];
  for (const name of groupNames) {
    const groupId = newId();
    await ctx.db.group.create({ data: { id: groupId, communityId: id, name } });
    groups.push(groupId);
  }
  return { id, groups };
}

/** Makes people, puts them into a community and, each by its index, into groups. Set-based: 21,504 take a second. */
export async function people(
  ctx: TenantContext,
  communityId: string,
  count: number,
  groupsOf: (index: number) => readonly string[] = () => [],
): Promise<string[]> {
  const ids = Array.from({ length: count }, () => newId());
  await ctx.db.$executeRaw`
    INSERT INTO members (id, name) SELECT id, 'Pessoa ' || n FROM unnest(${ids}::uuid[]) WITH ORDINALITY AS x (id, n)`;
  await ctx.db.$executeRaw`
    INSERT INTO community_members (community_id, member_id, lane)
    SELECT ${communityId}::uuid, id, ((n - 1) / 5000 + 1)::int FROM unnest(${ids}::uuid[]) WITH ORDINALITY AS x (id, n)`;
  const seats = ids.flatMap((memberId, index) =>
    groupsOf(index).map((groupId) => ({ groupId, communityId, memberId })),
  );
  if (seats.length > 0) await ctx.db.groupMember.createMany({ data: seats });
  return ids;
}

/** Gives each of these people an e-mail address. */
export async function withAddresses(ctx: TenantContext, ids: readonly string[]): Promise<void> {
  await ctx.db.$executeRaw`
    INSERT INTO identifiers (id, member_id, kind, value, canonical)
    SELECT new_id(), id, 'email', 'p' || n || '@casa.example', 'p' || n || '@casa.example'
    FROM unnest(${[...ids]}::uuid[]) WITH ORDINALITY AS x (id, n)`;
}
