import "server-only";
import { tenantClient } from "@/lib/platform/db/clients";
import { violatedUnique } from "@/lib/platform/db/constraint";
import { findMembersByEmail } from "../queries/find-members-by-email";

/**
 * Ties a user to the member records that bear their address, which they must have proven. A record that is somebody's
 * already, or a tenant in which the user has another record, stays as it is.
 */
export async function linkMembers(userId: string, email: string): Promise<void> {
  for (const { tenantId, memberId } of await findMembersByEmail(email)) {
    try {
      await tenantClient(tenantId).member.updateMany({
        where: { id: memberId, userId: null },
        data: { userId },
      });
    } catch (error) {
      if (!violatedUnique(error)) throw error;
    }
  }
}
