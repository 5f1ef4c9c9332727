import "server-only";
import { isWithin, seeAsReach } from "@/lib/accounts/queries/see-as-reach";
import type { TenantContext } from "@/lib/platform/context";
import type { Locale } from "@/lib/platform/i18n/locales";
import { translatorFor } from "@/lib/platform/i18n/translator";
import type { StaffRole } from "@/lib/shared/actor";
import { isId } from "@/lib/shared/ids";
import { invalidInput, Refusal } from "@/lib/shared/refusal";
import type { ExplainedVisibility } from "../types";
import { explainFields } from "../visibility/explain";
import { visibleFields } from "../visibility/policy";
import type { Relation, Viewer, VisibilityReason } from "../visibility/types";
import { loadRelation } from "../visibility-sql";
import { whoIsSeen } from "./who-is-seen";

/**
 * What one member sees of another, and which rule and room grants it (P15): for owner and admin, who may ask it of their
 * team too; for the person about themself; and for admins of a community as far as it goes.
 * @throws Refusal `not_allowed`; `invalid_input` at `viewer` when there is no such member.
 */
export async function explainVisibility(
  ctx: TenantContext,
  question: { memberId: string; viewerId: string },
): Promise<ExplainedVisibility> {
  return (await explainFacts(ctx, question))(ctx.locale);
}

/** The same, read once and told in as many languages as one asks for. @throws Refusal as `explainVisibility` */
export async function explainFacts(
  ctx: TenantContext,
  { memberId, viewerId }: { memberId: string; viewerId: string },
): Promise<(locale: Locale) => ExplainedVisibility> {
  const reach = await reachFor(ctx, memberId);
  const viewer = await findViewer(ctx, viewerId, reach);
  if (!viewer) throw invalidInput({ path: "viewer", code: "unknown_id" });
  const [relation, sharesCommunity] = await Promise.all([
    relationWithin(ctx, viewer, { memberId, reach }),
    shareCommunity(ctx, [memberId, viewerId], reach),
  ]);
  const seen = visibleFields(relation);
  const names = await roomNames(
    ctx,
    seen.reasons.map(({ roomId }) => roomId),
  );
  return (locale) => {
    const words = reasonsInWords(seen.reasons, names, locale);
    const wordsOf = (reasons: readonly VisibilityReason[]) =>
      reasons.flatMap((reason) => words[seen.reasons.indexOf(reason)] ?? []);
    return {
      visible: { name: seen.name, phone: seen.phone, photo: seen.photo, details: seen.details !== "none" },
      reasons: words,
      fields: explainFields(seen, { sharesCommunity }).map((field) => ({
        ...field,
        reasons: wordsOf(field.reasons),
      })),
    };
  };
}

/** How far an actor may ask about somebody: everything (null), or some communities. @throws Refusal `not_allowed` */
export async function reachFor(ctx: TenantContext, memberId: string): Promise<readonly string[] | null> {
  if (ctx.actor.kind === "member" && ctx.actor.memberId === memberId) return null;
  const reach = await seeAsReach(ctx);
  if (reach !== null && !(await isWithin(ctx, memberId, reach))) throw new Refusal("not_allowed");
  return reach;
}

/**
 * A member, or for who may ask about everybody somebody of the team. Whoever is hidden from the asker is nobody (P12).
 */
async function findViewer(
  ctx: TenantContext,
  viewerId: string,
  reach: readonly string[] | null,
): Promise<Viewer | null> {
  if (!isId(viewerId)) return null;
  const known = await ctx.db.member.count({ where: { id: viewerId } });
  if (known === 0) return ctx.actor.kind === "staff" && reach === null ? findTeamViewer(ctx, viewerId) : null;
  if (!(await whoIsSeen(ctx, [viewerId]))(viewerId)) return null;
  if (reach !== null && !(await isWithin(ctx, viewerId, reach))) return null;
  return { kind: "member", memberId: viewerId };
}

async function findTeamViewer({ db }: TenantContext, staffId: string): Promise<Viewer | null> {
  const staff = await db.staff.findFirst({ where: { id: staffId }, select: { userId: true, role: true } });
  if (!staff) return null;
  const [member, grants] = await Promise.all([
    db.member.findFirst({ where: { userId: staff.userId, suspendedAt: null }, select: { id: true } }),
    db.staffGrant.findMany({ where: { staffId }, select: { communityId: true } }),
  ]);
  const grantedCommunityIds = grants.map(({ communityId }) => communityId);
  return {
    kind: "staff",
    role: staff.role as StaffRole,
    memberId: member?.id ?? null,
    grantedCommunityIds,
  };
}

async function shareCommunity(
  { db }: TenantContext,
  memberIds: readonly string[],
  reach: readonly string[] | null,
): Promise<boolean> {
  const houses = await db.communityMember.groupBy({
    by: ["communityId"],
    where: {
      memberId: { in: [...new Set(memberIds)] },
      ...(reach ? { communityId: { in: [...reach] } } : {}),
    },
    _count: true,
  });
  return houses.some(({ _count }) => _count > 1);
}

/** The facts between a viewer and a person, cut to some communities. */
export async function relationWithin(
  ctx: TenantContext,
  viewer: Viewer,
  { memberId, reach }: { memberId: string; reach: readonly string[] | null },
): Promise<Relation> {
  const relation = await loadRelation(ctx.db, viewer, memberId);
  if (reach === null) return relation;
  const rooms = await ctx.db.group.findMany({
    where: { id: { in: [...relation.sharedGroups] }, communityId: { in: [...reach] } },
    select: { id: true },
  });
  const inReach = new Set([...reach, ...rooms.map(({ id }) => id)]);
  const cut = (ids: readonly string[]) => ids.filter((id) => inReach.has(id));
  return {
    ...relation,
    sharedGroups: cut(relation.sharedGroups),
    administeredGroups: cut(relation.administeredGroups),
    administeredCommunities: cut(relation.administeredCommunities),
    ledCommunities: cut(relation.ledCommunities),
  };
}

/** The rules with their rooms, as a person reads them in a language. */
function reasonsInWords(
  reasons: readonly VisibilityReason[],
  names: ReadonlyMap<string, string>,
  locale: Locale,
): string[] {
  const t = translatorFor(locale);
  return reasons.map(({ rule, roomId }) =>
    t(`privacy.reasons.${rule}`, { room: (roomId && names.get(roomId)) ?? "" }),
  );
}

/** The names of groups and communities by id; rooms that are gone have none. */
export async function roomNames(
  ctx: TenantContext,
  roomIds: readonly (string | null)[],
): Promise<Map<string, string>> {
  const ids = [...new Set(roomIds)].filter((id): id is string => id !== null);
  const rooms = { where: { id: { in: ids } }, select: { id: true, name: true } };
  const [groups, communities] = await Promise.all([
    ctx.db.group.findMany(rooms),
    ctx.db.community.findMany(rooms),
  ]);
  return new Map([...groups, ...communities].map(({ id, name }) => [id, name]));
}
