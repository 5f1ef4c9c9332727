import "server-only";
import type { TenantContext } from "@/lib/platform/context";

/** The names of these staff, for staff; to a member the team has no names. Who has left it has none either. */
export async function staffNamesOf(
  ctx: TenantContext,
  staffIds: readonly string[],
): Promise<Map<string, string>> {
  if (ctx.actor.kind === "member" || staffIds.length === 0) return new Map();
  const staff = await ctx.db.staff.findMany({
    where: { id: { in: [...staffIds] } },
    select: { id: true, userId: true },
  });
  const users = await ctx.db.user.findMany({
    where: { id: { in: staff.map(({ userId }) => userId) } },
    select: { id: true, name: true, email: true },
  });
  const nameOf = new Map(users.map(({ id, name, email }) => [id, name || email]));
  return new Map(staff.map(({ id, userId }) => [id, nameOf.get(userId) ?? ""]));
}
