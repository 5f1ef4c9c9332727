import "server-only";
import { labelOf } from "@/lib/communities/actor-rules";
import type { TenantContext } from "@/lib/platform/context";
import type { Limits } from "@/lib/tenants/limits";
import { insertSeats } from "../group-sql";
import { type Room, siblingName } from "../rules";
import type { LockedGroup } from "../types";
import type { HeldGroup } from "./lock-group";
import { unsafeOpenGroup } from "./open-group";

/**
 * The rooms that may take people who join this one: itself and, with overflow on, its siblings in use and those that
 * L2 still lets us open (L10). A new sibling keeps a seat for its admin (H4).
 */
export function roomsFor({ community, group, siblings }: HeldGroup, limits: Limits): Room[] {
  const free = (memberCount: number) => limits.groupMembers - memberCount;
  const rooms: Room[] = [{ groupId: group.id, free: free(group.memberCount) }];
  if (!hasOverflow({ group, siblings })) return rooms;
  for (const sibling of siblings) {
    if (!sibling.archivedAt) rooms.push({ groupId: sibling.id, free: free(sibling.memberCount) });
  }
  const openable = Math.max(0, limits.communityGroups - community.groupCount);
  for (let opened = 0; opened < openable; opened++) rooms.push({ groupId: null, free: free(1) });
  return rooms;
}

/** Overflow is a setting of the first room of a family. */
export function hasOverflow({ group, siblings }: Pick<HeldGroup, "group" | "siblings">): boolean {
  const root = group.overflowOf === null ? group : siblings.find((one) => one.id === group.overflowOf);
  return root?.overflow ?? false;
}

/**
 * Opens the siblings among these rooms that do not stand yet, each with an admin of the first room (H4).
 * @returns the ids of all
 */
export async function unsafeOpenSiblings(
  ctx: TenantContext,
  { community, group, siblings }: HeldGroup,
  rooms: readonly Room[],
  limits: Limits,
): Promise<string[]> {
  const root = siblings.find((one) => one.id === group.overflowOf) ?? group;
  const ids: string[] = [];
  let opened = 0;
  for (const { groupId } of rooms) {
    if (groupId === null) opened += 1;
    const name = siblingName(root.name, 1 + siblings.length + opened, limits.communityNameGraphemes);
    const position = community.groupCount + opened;
    ids.push(groupId ?? (await openSibling(ctx, root, { name, position })));
  }
  return ids;
}

async function openSibling(
  ctx: TenantContext,
  root: LockedGroup,
  { name, position }: { name: string; position: number },
): Promise<string> {
  const { communityId, description, icon, joinMode } = root;
  const groupId = await unsafeOpenGroup(ctx, {
    communityId,
    name,
    description,
    icon,
    joinMode,
    overflow: false,
    overflowOf: root.id,
    position,
  });
  const admin = await ctx.db.groupMember.findFirst({
    where: { groupId: root.id, role: "admin" },
    select: { memberId: true },
    orderBy: { joinedAt: "asc" },
  });
  const memberIds = admin ? [admin.memberId] : [];
  const seating = { groupId, communityId, memberIds, role: "admin" as const };
  await insertSeats(ctx.db, { ...seating, actorLabel: labelOf(ctx.actor), now: ctx.now });
  return groupId;
}
