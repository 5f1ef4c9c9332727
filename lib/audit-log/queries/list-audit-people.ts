import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import { authorize } from "@/lib/shared/decision";
import { actingUsers } from "../audit-log-sql";
import { canViewAudit } from "../policy";
import type { AuditPerson } from "../types";

/** The team of now and who of the team acted before, by name: the choices of the filter. @throws Refusal `not_allowed` */
export async function listAuditPeople(ctx: TenantContext): Promise<AuditPerson[]> {
  authorize(canViewAudit(ctx.actor));
  const [staff, acted] = await Promise.all([
    ctx.db.staff.findMany({ select: { userId: true } }),
    actingUsers(ctx.db),
  ]);
  const present = new Set(staff.map(({ userId }) => userId));
  const users = await ctx.db.user.findMany({
    where: { id: { in: [...new Set([...present, ...acted])] } },
    select: { id: true, name: true, email: true },
  });
  return users
    .map(({ id, name, email }) => ({
      id,
      name: name || email,
      kind: present.has(id) ? ("staff" as const) : ("former" as const),
    }))
    .sort((a, b) => a.name.localeCompare(b.name, ctx.locale));
}
