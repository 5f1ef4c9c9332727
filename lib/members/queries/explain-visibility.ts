import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import { translatorFor } from "@/lib/platform/i18n/translator";
import { isId } from "@/lib/shared/ids";
import { invalidInput, Refusal } from "@/lib/shared/refusal";
import type { ExplainedVisibility } from "../types";
import { visibleFields } from "../visibility/policy";
import type { Relation, Viewer, VisibilityReason } from "../visibility/types";
import { loadRelation } from "../visibility-sql";
import { isWithin, seeAsReach } from "./see-as-reach";
import { whoIsSeen } from "./who-is-seen";

/**
 * What one member sees of another, and which rule and room grants it (P15): for owner and admin, for the person about
 * themself, and for admins of a community as far as it goes.
 * @throws Refusal `not_allowed`; `invalid_input` at `viewer` when there is no such member.
 */
export async function explainVisibility(
  ctx: TenantContext,
  { memberId, viewerId }: { memberId: string; viewerId: string },
): Promise<ExplainedVisibility> {
  const reach = await reachFor(ctx, memberId);
  if (!(await isKnownViewer(ctx, viewerId, reach)))
    throw invalidInput({ path: "viewer", code: "unknown_id" });
  const relation = await relationWithin(ctx, { kind: "member", memberId: viewerId }, { memberId, reach });
  const { name, phone, photo, details, reasons } = visibleFields(relation);
  return {
    visible: { name, phone, photo, details: details !== "none" },
    reasons: await reasonsInWords(ctx, reasons),
  };
}

/** How far an actor may ask about somebody: everything (null), or some communities. @throws Refusal `not_allowed` */
export async function reachFor(ctx: TenantContext, memberId: string): Promise<readonly string[] | null> {
  if (ctx.actor.kind === "member" && ctx.actor.memberId === memberId) return null;
  const reach = await seeAsReach(ctx);
  if (reach !== null && !(await isWithin(ctx, memberId, reach))) throw new Refusal("not_allowed");
  return reach;
}

/** Whoever is hidden from somebody sees nothing of them either: they are as nobody (P12). */
async function isKnownViewer(ctx: TenantContext, viewerId: string, reach: readonly string[] | null) {
  if (!isId(viewerId)) return false;
  const known = await ctx.db.member.count({ where: { id: viewerId } });
  if (known === 0 || !(await whoIsSeen(ctx, [viewerId]))(viewerId)) return false;
  return reach === null || (await isWithin(ctx, viewerId, reach));
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

/** The rules with their rooms, as a person reads them in the language of the request. */
export async function reasonsInWords(
  ctx: TenantContext,
  reasons: readonly VisibilityReason[],
): Promise<string[]> {
  const names = await roomNames(
    ctx,
    reasons.map(({ roomId }) => roomId),
  );
  const t = translatorFor(ctx.locale);
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
