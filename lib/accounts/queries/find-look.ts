import "server-only";
import { readLook } from "@/lib/platform/auth/look-cookie";
import type { TenantContext } from "@/lib/platform/context";
import type { MemberActor } from "@/lib/shared/actor";
import { isId } from "@/lib/shared/ids";
import { notFound, Refusal } from "@/lib/shared/refusal";
import { findOwnActor } from "./find-own-actor";
import { isWithin, seeAsReach } from "./see-as-reach";

/**
 * The member through whose eyes a user looks at the portal right now (P15), or null. Whoever lost the right to look has
 * lost it with this request (R7): then they are themselves again.
 */
export async function findLook(
  ctx: Omit<TenantContext, "actor">,
  userId: string,
): Promise<(MemberActor & { seenBy: object }) | null> {
  const memberId = await readLook({ userId, tenantId: ctx.tenantId });
  const actor = memberId && (await findOwnActor(ctx.tenantId, userId));
  if (!memberId || !actor) return null;
  try {
    return await lookThrough({ ...ctx, actor }, memberId, userId);
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

/** The actor of a look through a member's eyes. @throws Refusal `not_allowed`, `not_found` */
export async function lookThrough(ctx: TenantContext, memberId: string, userId: string) {
  const known = isId(memberId) && (await ctx.db.member.count({ where: { id: memberId } })) > 0;
  if (!known) throw notFound();
  const within = await seeAsReach(ctx);
  if (within && !(await isWithin(ctx, memberId, within))) throw new Refusal("not_allowed");
  return { kind: "member" as const, memberId, userId: null, seenBy: { userId, within } };
}
