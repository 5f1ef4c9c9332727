import "server-only";
import { answerersSql } from "@/lib/blocks/queries/answerers-sql";
import type { SendingChannel } from "@/lib/delivery/channel-rules";
import type { Audience } from "@/lib/delivery/types";
import { askersSql } from "@/lib/feedback/queries/askers-sql";
import type { TenantContext } from "@/lib/platform/context";
import { Prisma } from "@/lib/platform/db/generated/client";
import { findFilters } from "@/lib/segments/queries/find-segment";
import { segmentMembersSql } from "@/lib/segments/queries/segment-conditions";
import { daysAfter } from "@/lib/shared/days";
import { findSettings } from "@/lib/tenants/queries/find-settings";
import { UNCAPPED } from "@/lib/tenants/settings-rules";
import { type AnnouncementKind, purposeOf } from "./rules";
import type { AudienceChoice } from "./types";

const NOBODY = Prisma.sql`SELECT NULL::uuid AS member_id WHERE false`;

type Choice = {
  id?: string;
  schedule?: { rrule?: string | null | undefined };
  communityIds: readonly string[];
  audience: AudienceChoice;
  kind: AnnouncementKind;
  channels: readonly SendingChannel[];
  urgentReason?: string | null | undefined;
  remindsId?: string | null | undefined;
};

/** The audience as the planner of deliveries reads it: segments are whom they find now (A3, A5). */
export async function loadAudience(ctx: TenantContext, choice: Choice): Promise<Audience> {
  const { audience } = choice;
  const { segmentIds = [], ...exclude } = audience.exclude ?? {};
  const wanted = audience.kind === "segment" && audience.segmentId ? [audience.segmentId] : [];
  const found = await findMembers(ctx, [...wanted, ...segmentIds]);
  return {
    communityIds: choice.communityIds,
    groupIds: audience.kind === "groups" ? (audience.groupIds ?? []) : [],
    // A segment that is gone finds nobody, never everybody.
    segment: boundOf(audience, found),
    unreadOf: choice.remindsId ?? null,
    // Each time of a series is for everybody; what is sent once, and was stopped on the way, for those whom it did not reach (A4).
    missedOf: choice.id && !choice.schedule?.rrule ? choice.id : null,
    exclude: { ...exclude, segments: segmentIds.flatMap((id) => found.get(id) ?? []) },
    purpose: purposeOf(choice.kind),
    channels: choice.channels,
    budget: choice.urgentReason ? null : await findBudget(ctx, choice.kind),
  };
}

function boundOf(
  { kind, segmentId, answered, askedFeedbackId }: AudienceChoice,
  found: ReadonlyMap<string, Prisma.Sql>,
): Prisma.Sql | null {
  return allOf([
    kind === "segment" && segmentId ? (found.get(segmentId) ?? NOBODY) : null,
    answered ? answerersSql(answered) : null,
    askedFeedbackId ? askersOf(askedFeedbackId) : null,
  ]);
}

/** People of a segment who also answered so, or asked for something; null: no such bound. */
function allOf(bounds: readonly (Prisma.Sql | null)[]): Prisma.Sql | null {
  const [first, ...others] = bounds.filter((bound) => bound !== null);
  if (!first) return null;
  return others.reduce((both, other) => Prisma.sql`(${both}) INTERSECT (${other})`, first);
}

function askersOf(feedbackId: string): Prisma.Sql {
  return Prisma.sql`SELECT asker.member_id FROM (${askersSql(feedbackId)}) asker`;
}

async function findMembers(ctx: TenantContext, ids: readonly string[]): Promise<Map<string, Prisma.Sql>> {
  const segments = await findFilters(ctx, ids);
  const queries = await Promise.all(segments.map(({ filter }) => segmentMembersSql(ctx, filter)));
  return new Map(segments.map(({ id }, place) => [id, queries[place] as Prisma.Sql]));
}

/** How much somebody may have had this week: of promotions their own cap, if it is the tighter one, counts promotions alone. */
async function findBudget(ctx: TenantContext, kind: AnnouncementKind): Promise<Audience["budget"]> {
  const { weeklyAnnouncements, weeklyPromotions } = await findSettings(ctx);
  const since = daysAfter(ctx.now, -7);
  const isTighter = kind === "promotion" && weeklyPromotions < weeklyAnnouncements;
  if (isTighter) return { most: weeklyPromotions, kind: "promotion", since };
  return weeklyAnnouncements < UNCAPPED ? { most: weeklyAnnouncements, kind: null, since } : null;
}
