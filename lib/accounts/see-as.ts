import "server-only";
import { recordAudit } from "@/lib/audit/commands/record-audit";
import type { TenantContext } from "@/lib/platform/context";
import { hasScope } from "@/lib/platform/http/scopes";
import { consumePoint } from "@/lib/platform/rate-limit";
import type { StaffActor } from "@/lib/shared/actor";
import { authorize } from "@/lib/shared/decision";
import { isId } from "@/lib/shared/ids";
import { notFound, Refusal } from "@/lib/shared/refusal";
import { canAsStaff } from "@/lib/tenants/policy";

const HEADER = "aldeia-view-as";
const AUDIT_EVERY_SECONDS = 600;

/**
 * With the header `Aldeia-View-As: {memberId}` the request is answered as that member would be (P15): read-only, audited.
 * Without the header the context stays as it is.
 * @throws Refusal `forbidden` (scope `see_as`), `not_allowed`, `see_as_is_read_only`, `not_found`.
 */
export async function seeAs(
  request: Request,
  ctx: TenantContext & { actor: StaffActor },
  scopes: readonly string[],
): Promise<TenantContext> {
  const memberId = request.headers.get(HEADER)?.trim();
  if (memberId === undefined) return ctx;
  if (!hasScope(scopes, "see_as")) throw new Refusal("forbidden", { scope: "see_as" });
  authorize(canAsStaff(ctx.actor, "seeAs.use"));
  if (request.method !== "GET" && request.method !== "HEAD") throw new Refusal("see_as_is_read_only");
  const member = isId(memberId)
    ? await ctx.db.member.findFirst({ where: { id: memberId }, select: { id: true } })
    : null;
  if (!member) throw notFound();
  await recordLook(ctx, member.id);
  return { ...ctx, actor: { kind: "member", memberId: member.id, userId: null, seenBy: ctx.actor.userId } };
}

/** One audit event for a look of many requests (R6). */
async function recordLook(ctx: TenantContext & { actor: StaffActor }, memberId: string): Promise<void> {
  const rule = { name: "see-as-audit", points: 1, perSeconds: AUDIT_EVERY_SECONDS };
  const key = `${ctx.actor.apiKey?.id ?? ctx.actor.staffId}:${memberId}`;
  const { allowed: isFirst } = await consumePoint(rule, key);
  if (isFirst)
    await recordAudit(ctx, { action: "member.seen_as", subjectKind: "member", subjectId: memberId });
}
