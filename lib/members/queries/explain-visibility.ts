import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import { translatorFor } from "@/lib/platform/i18n/translator";
import { authorize } from "@/lib/shared/decision";
import { isId } from "@/lib/shared/ids";
import { invalidInput } from "@/lib/shared/refusal";
import { canExplainVisibility } from "../policy";
import type { ExplainedVisibility } from "../types";
import { visibleFields } from "../visibility/policy";
import type { VisibilityReason } from "../visibility/types";
import { loadRelation } from "../visibility-sql";
import { whoIsSeen } from "./who-is-seen";

/**
 * What one member sees of another, and which rule and room grants it (P15).
 * @throws Refusal `not_allowed`; `invalid_input` at `viewer` when there is no such member.
 */
export async function explainVisibility(
  ctx: TenantContext,
  { memberId, viewerId }: { memberId: string; viewerId: string },
): Promise<ExplainedVisibility> {
  authorize(canExplainVisibility(ctx.actor, memberId));
  const viewer = isId(viewerId)
    ? await ctx.db.member.findFirst({ where: { id: viewerId }, select: { id: true } })
    : null;
  // Whoever is hidden from somebody sees nothing of them either: they are as nobody (P12).
  if (!viewer || !(await whoIsSeen(ctx, [viewerId]))(viewerId))
    throw invalidInput({ path: "viewer", code: "unknown_id" });
  const relation = await loadRelation(ctx.db, { kind: "member", memberId: viewerId }, memberId);
  const { name, phone, photo, details, reasons } = visibleFields(relation);
  return {
    visible: { name, phone, photo, details: details !== "none" },
    reasons: await inWords(ctx, reasons),
  };
}

async function inWords(ctx: TenantContext, reasons: readonly VisibilityReason[]): Promise<string[]> {
  const names = await roomNames(ctx, reasons);
  const t = translatorFor(ctx.locale);
  return reasons.map(({ rule, roomId }) =>
    t(`privacy.reasons.${rule}`, { room: (roomId && names.get(roomId)) ?? "" }),
  );
}

async function roomNames(
  ctx: TenantContext,
  reasons: readonly VisibilityReason[],
): Promise<Map<string, string>> {
  const ids = reasons.flatMap(({ roomId }) => roomId ?? []);
  const rooms = { where: { id: { in: ids } }, select: { id: true, name: true } };
  const [groups, communities] = await Promise.all([
    ctx.db.group.findMany(rooms),
    ctx.db.community.findMany(rooms),
  ]);
  return new Map([...groups, ...communities].map(({ id, name }) => [id, name]));
}
