import "server-only";
import { platformClient } from "@/lib/platform/db/clients";

export type MemberPlace = { tenantId: string; memberId: string };

/** The member records that bear an address, in whichever tenants: only for whoever proves that the address is theirs. */
export function findMembersByEmail(email: string): Promise<MemberPlace[]> {
  return platformClient().$queryRaw<MemberPlace[]>`
    SELECT tenant_id AS "tenantId", member_id AS "memberId" FROM members_with_email(${email})`;
}
