import "server-only";
import { shownCount } from "@/lib/communities/rules";
import type { Icon } from "@/lib/communities/types";
import { type Door, doorOf } from "@/lib/groups/door-rules";
import { hashToken } from "@/lib/platform/auth/tokens";
import { bearerContext } from "@/lib/platform/bearer-context";
import type { TenantContext } from "@/lib/platform/context";
import { findLimits } from "@/lib/tenants/queries/find-limits";
import { inviteState } from "../rules";
import type { Invitation, InviteState } from "../types";

const inviteFields = {
  communityId: true,
  groupId: true,
  expiresAt: true,
  maxUses: true,
  useCount: true,
  approval: true,
  revokedAt: true,
} as const;

/** The context of whoever bears an invite link. Null for a text that is no token of ours. */
export function inviteContext(token: string, visitor: Pick<TenantContext, "now" | "locale" | "ip">) {
  return bearerContext(token, "join_by_invite", visitor);
}

/** What the invite of a token still is, or null for an unknown one. Reading consumes nothing (X18). */
export async function findInviteState(ctx: TenantContext, token: string): Promise<InviteState | null> {
  const where = { tokenHash: hashToken(token) };
  const invite = await ctx.db.invite.findFirst({ where, select: inviteFields });
  return invite && inviteState(invite, ctx.now);
}

/** What the bearer of a link may know before giving any data: no member, no exact small number (X18, P12). Null: unknown. */
export async function findInvitation(ctx: TenantContext, token: string): Promise<Invitation | null> {
  const where = { tokenHash: hashToken(token) };
  const invite = await ctx.db.invite.findFirst({ where, select: inviteFields });
  if (!invite) return null;
  const [tenant, community, groups, limits] = await Promise.all([
    ctx.db.tenant.findFirst({ select: { slug: true, name: true, country: true } }),
    ctx.db.community.findFirst({ where: { id: invite.communityId }, select: communityFields }),
    ctx.db.group.findMany({
      where: { communityId: invite.communityId },
      select: groupFields,
      orderBy: [{ position: "asc" }, { id: "asc" }],
    }),
    findLimits(ctx),
  ]);
  if (!tenant || !community) return null;
  const house = {
    groupCount: community.groupCount,
    isFull: community.memberCount >= limits.communityMembers,
  };
  const doorTo = (group: Room) =>
    doorOf(
      group,
      groups.filter((other) => other.overflowOf === group.id),
      house,
      limits,
    );
  const named = groups.find((group) => group.id === invite.groupId) ?? null;
  // A sibling's link leads into its family; the first room of it has the setting.
  const root = groups.find((group) => group.id === named?.overflowOf) ?? named;
  const open = groups.filter((group) => group.joinMode === "open" && !group.archivedAt && !group.overflowOf);
  return {
    tenant,
    state: stateOf(inviteState(invite, ctx.now), { community, named, door: root && doorTo(root), house }),
    approval: invite.approval,
    community: {
      id: community.id,
      name: community.name,
      description: community.description,
      icon: community.icon as Icon | null,
      memberCount: shownCount(community.memberCount, false),
    },
    group: named && {
      id: named.id,
      name: named.name,
      description: named.description,
      icon: named.icon as Icon | null,
      door: doorTo(root ?? named),
    },
    openGroups: invite.groupId
      ? []
      : open.map((group) => ({ id: group.id, name: group.name, door: doorTo(group) })),
  };
}

const communityFields = {
  id: true,
  name: true,
  description: true,
  icon: true,
  memberCount: true,
  groupCount: true,
  archivedAt: true,
} as const;
const groupFields = {
  id: true,
  name: true,
  description: true,
  icon: true,
  joinMode: true,
  overflow: true,
  overflowOf: true,
  memberCount: true,
  archivedAt: true,
} as const;

type Room = {
  id: string;
  name: string;
  overflow: boolean;
  overflowOf: string | null;
  memberCount: number;
  archivedAt: Date | null;
};

function stateOf(
  state: InviteState,
  place: {
    community: { archivedAt: Date | null };
    named: Room | null;
    door: Door | null;
    house: { isFull: boolean };
  },
): Invitation["state"] {
  const { community, named, door, house } = place;
  if (state !== "open") return state;
  if (community.archivedAt || named?.archivedAt) return "closed";
  const isFull = door === null ? house.isFull : door.kind === "full";
  return isFull ? "full" : "open";
}
