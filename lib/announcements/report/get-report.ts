import "server-only";
import { getBreakdown } from "@/lib/delivery/queries/get-breakdown";
import { listOccurrencesOf } from "@/lib/delivery/queries/get-occurrence";
import { DELIVERY_STATUSES, totalOf } from "@/lib/delivery/rules";
import { shownShare, smallCount } from "@/lib/delivery/small-count-rules";
import type { TenantContext } from "@/lib/platform/context";
import { notFound } from "@/lib/shared/refusal";
import { findTimezone } from "@/lib/tenants/queries/find-timezone";
import { headlineOf } from "../format/headline";
import { getWatchedAnnouncement } from "../queries/get-watched-announcement";
import type { Report } from "./types";

/**
 * How the latest sending of an announcement went, to be handed on: whoever gets it may know no small number (P12), and that who is
 * not known to have read it may have (A9). @throws Refusal `not_found`, also before anything was sent
 */
export async function getReport(ctx: TenantContext, id: string): Promise<Report> {
  const announcement = await getWatchedAnnouncement(ctx, id);
  const { data } = await listOccurrencesOf(ctx, { announcementId: id, limit: 1 });
  const [latest] = data;
  if (!latest?.startedAt) throw notFound();
  const [breakdown, communities, tenant, zone] = await Promise.all([
    getBreakdown(ctx, latest.id),
    ctx.db.community.findMany({
      where: { id: { in: announcement.communityIds } },
      select: { name: true },
      orderBy: { name: "asc" },
    }),
    ctx.db.tenant.findFirstOrThrow({ select: { name: true } }),
    findTimezone(ctx),
  ]);
  const { counts } = latest;
  const arrived = counts.sent + counts.delivered + counts.read;
  return {
    id,
    title: headlineOf(announcement.body),
    media: (announcement.media ?? []).map(({ kind, alt, name }) => ({ kind, alt, name })),
    tenant: tenant.name,
    communities: communities.map(({ name }) => name),
    sentAt: latest.startedAt,
    madeAt: ctx.now,
    zone,
    people: smallCount(totalOf(counts)),
    counts: DELIVERY_STATUSES.map((status) => ({ status, count: smallCount(counts[status]) })),
    readShare: counts.read === 0 ? null : shownShare(counts.read, arrived),
    channels: breakdown.channels.map(({ channel, people, reached }) => ({
      channel,
      people: smallCount(people),
      reached: smallCount(reached),
      share: shownShare(reached, people),
    })),
    groups: breakdown.groups.map(({ groupId: _, ...group }) => group),
  };
}
