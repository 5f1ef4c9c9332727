import { hashPassword } from "@/lib/platform/auth/password";
import type { TenantContext } from "@/lib/platform/context";
import { platformClient } from "@/lib/platform/db/clients";
import { newId } from "@/lib/shared/ids";
import { STAFF } from "./plan";

/** One login per role, `<role>@<domain>`, all with the same password; marketer and agent are granted every community. */
export async function hireStaff(
  ctx: TenantContext,
  given: { domain: string; password: string; communityIds: readonly string[] },
): Promise<void> {
  const passwordHash = await hashPassword(given.password);
  for (const { role, name } of STAFF) {
    const email = `${role}@${given.domain}`;
    const userId = newId();
    const staffId = newId();
    await platformClient().user.create({
      data: { id: userId, email, name, passwordHash, emailVerifiedAt: ctx.now },
    });
    await ctx.db.staff.create({ data: { id: staffId, userId, role } });
    if (role !== "marketer" && role !== "agent") continue;
    await ctx.db.staffGrant.createMany({
      data: given.communityIds.map((communityId) => ({ staffId, communityId })),
    });
  }
}
