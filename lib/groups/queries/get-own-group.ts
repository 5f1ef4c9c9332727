import "server-only";
import type { Icon, MembershipRole } from "@/lib/communities/types";
import type { TenantContext } from "@/lib/platform/context";
import { isInSight } from "@/lib/shared/actor";
import { isId } from "@/lib/shared/ids";
import { notFound } from "@/lib/shared/refusal";

/** A room as one of those in it gets it. */
export type OwnRoom = {
  id: string;
  communityId: string;
  communityName: string;
  name: string;
  description: string;
  icon: Icon | null;
  memberCount: number;
  isArchived: boolean;
  /** The name of the full room whose overflow this one takes in (L10). */
  overflowOfName: string | null;
  role: MembershipRole;
};

/** A room that the acting member is in. @throws Refusal `not_found` for any other */
export async function getOwnGroup(ctx: TenantContext, groupId: string): Promise<OwnRoom> {
  if (ctx.actor.kind !== "member" || !isId(groupId)) throw notFound();
  const [seat, group] = await Promise.all([
    ctx.db.groupMember.findFirst({
      where: { groupId, memberId: ctx.actor.memberId },
      select: { role: true },
    }),
    ctx.db.group.findFirst({
      where: { id: groupId },
      select: {
        id: true,
        communityId: true,
        name: true,
        description: true,
        icon: true,
        memberCount: true,
        overflowOf: true,
        archivedAt: true,
      },
    }),
  ]);
  if (!seat || !group || !isInSight(ctx.actor, group.communityId)) throw notFound();
  const community = await ctx.db.community.findFirst({
    where: { id: group.communityId },
    select: { name: true, icon: true, archivedAt: true },
  });
  const { archivedAt, icon, overflowOf, ...room } = group;
  const root =
    overflowOf && (await ctx.db.group.findFirst({ where: { id: overflowOf }, select: { name: true } }));
  return {
    ...room,
    communityName: community?.name ?? "",
    icon: (icon ?? community?.icon ?? null) as Icon | null,
    overflowOfName: root ? root.name : null,
    isArchived: archivedAt !== null || community?.archivedAt != null,
    role: seat.role as MembershipRole,
  };
}

/** Who of these administers the room. */
export async function listGroupAdminIds(ctx: TenantContext, groupId: string): Promise<ReadonlySet<string>> {
  const rows = await ctx.db.groupMember.findMany({
    where: { groupId, role: "admin" },
    select: { memberId: true },
    take: 200,
  });
  return new Set(rows.map(({ memberId }) => memberId));
}
