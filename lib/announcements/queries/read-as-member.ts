import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import { renderTemplate } from "../format/merge-fields";
import { mergeValues } from "../rules";
import type { Announcement } from "../types";
import { type OwnCommunity, ownCommunities } from "./own-communities";

/**
 * Announcements as the member who got them may see them (P12): in their words, with the communities that are theirs, and
 * without whom else they were for or who wrote them. Those of communities whose admin they are stay as they stand.
 */
export async function readAsMember(
  ctx: TenantContext,
  announcements: readonly Announcement[],
  administered: readonly string[],
): Promise<Announcement[]> {
  if (ctx.actor.kind !== "member" || announcements.length === 0) return [...announcements];
  const { memberId } = ctx.actor;
  const [member, own] = await Promise.all([
    ctx.db.member.findFirst({ where: { id: memberId }, select: { name: true } }),
    ownCommunities(
      ctx,
      memberId,
      announcements.flatMap(({ communityIds }) => communityIds),
    ),
  ]);
  return announcements.map((announcement) =>
    announcement.communityIds.every((id) => administered.includes(id))
      ? announcement
      : asWritten(announcement, member?.name ?? "", own),
  );
}

function asWritten(announcement: Announcement, name: string, own: Map<string, OwnCommunity>): Announcement {
  const communityIds = announcement.communityIds.filter((id) => own.has(id));
  const community = own.get(communityIds[0] ?? "")?.name ?? "";
  return {
    ...announcement,
    communityIds,
    audience: { kind: "community" },
    evergreen: null,
    body: renderTemplate(announcement.body, mergeValues({ name, community })).text,
    statusReason: null,
    createdBy: null,
  };
}
