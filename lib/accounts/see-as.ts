import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import { hasScope } from "@/lib/platform/http/scopes";
import type { StaffActor } from "@/lib/shared/actor";
import { authorize } from "@/lib/shared/decision";
import { isId } from "@/lib/shared/ids";
import { notFound, Refusal } from "@/lib/shared/refusal";
import { recordLook } from "./commands/record-look";
import { canSeeAs } from "./policy";

const HEADER = "aldeia-view-as";

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
  authorize(canSeeAs(ctx.actor));
  if (request.method !== "GET" && request.method !== "HEAD") throw new Refusal("see_as_is_read_only");
  const member = isId(memberId)
    ? await ctx.db.member.findFirst({ where: { id: memberId }, select: { id: true } })
    : null;
  if (!member) throw notFound();
  await recordLook(ctx, member.id, ctx.actor.apiKey?.id ?? ctx.actor.staffId);
  return {
    ...ctx,
    actor: {
      kind: "member",
      memberId: member.id,
      userId: null,
      seenBy: { userId: ctx.actor.userId, within: null },
    },
  };
}
