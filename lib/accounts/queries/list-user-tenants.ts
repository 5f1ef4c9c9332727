import "server-only";
import { platformClient } from "@/lib/platform/db/clients";
import type { StaffRole } from "@/lib/shared/actor";

export type UserTenant = {
  tenantId: string;
  slug: string;
  name: string;
  role: StaffRole | null;
  memberId: string | null;
};

/** The tenants in which a user is staff or member, by name: the switcher and the page after signing in (T4). */
export function listUserTenants(userId: string): Promise<UserTenant[]> {
  return platformClient().$queryRaw<UserTenant[]>`
    SELECT tenant_id AS "tenantId", slug, name, role, member_id AS "memberId" FROM tenants_of_user(${userId}::uuid)`;
}
