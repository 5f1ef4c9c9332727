import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import { type Locale, localeFrom } from "@/lib/platform/i18n/locales";
import { enqueue } from "@/lib/platform/jobs/enqueue";
import { deliverMail } from "@/lib/platform/mail/deliver-mail";
import type { Mail, NewMail } from "@/lib/platform/mail/mail";
import type { StaffRole } from "@/lib/shared/actor";
import { newId } from "@/lib/shared/ids";
import { staffMailJob } from "../job-names";

/** Somebody of the team who can be written to, in their language. */
export type StaffReader = { staffId: string; userId: string; email: string; name: string; locale: Locale };

/** Those of the team who have one of these roles. The caller answers for what they are told. */
export async function systemStaffReaders(
  ctx: Pick<TenantContext, "db">,
  roles: readonly StaffRole[],
): Promise<StaffReader[]> {
  const staff = await ctx.db.staff.findMany({
    where: { role: { in: [...roles] } },
    select: { id: true, userId: true },
    orderBy: { id: "asc" },
  });
  const [users, tenant] = await Promise.all([
    ctx.db.user.findMany({
      where: { id: { in: staff.map(({ userId }) => userId) } },
      select: { id: true, email: true, name: true, locale: true },
    }),
    ctx.db.tenant.findFirst({ select: { locale: true } }),
  ]);
  return staff.flatMap(({ id: staffId, userId }) => {
    const user = users.find(({ id }) => id === userId);
    if (!user) return [];
    const locale = localeFrom(user.locale ?? tenant?.locale ?? "");
    return [{ staffId, userId, email: user.email, name: user.name, locale }];
  });
}

/**
 * Sends a mail to somebody of the team when the transaction commits. Who has left the team or lost the roles meanwhile
 * gets it no more, however long the mail waits for its server (R7).
 */
export async function sendStaffMail(
  ctx: Pick<TenantContext, "db">,
  reader: StaffReader,
  mail: Omit<NewMail, "to"> & { roles: readonly StaffRole[] },
): Promise<void> {
  const { roles, ...content } = mail;
  const payload = {
    staffId: reader.staffId,
    roles: [...roles],
    mail: { id: newId(), to: reader.email, ...content },
  };
  await enqueue(ctx.db, staffMailJob, payload, { maxAttempts: 12 });
}

/** What the worker does with it. */
export async function systemDeliverStaffMail(
  ctx: TenantContext,
  { staffId, roles, mail }: { staffId: string; roles: string[]; mail: Mail },
): Promise<void> {
  const holds = await ctx.db.staff.count({ where: { id: staffId, role: { in: roles } } });
  if (holds > 0) await deliverMail(mail);
}
