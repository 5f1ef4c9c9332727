import "server-only";
import { tenantClient } from "@/lib/platform/db/clients";

export type ToldConversation = { userId: string | null; communityIds: string[]; isInPortal: boolean };

/** Whom a change of a conversation concerns: the login of its person, and those who answer in these communities. */
export async function systemWhoHears(
  tenantId: string,
  conversationId: string,
): Promise<ToldConversation | null> {
  const [row] = await tenantClient(tenantId).$queryRaw<ToldConversation[]>`
    SELECT m.user_id AS "userId", c.channel = 'portal' AS "isInPortal",
      ARRAY(SELECT cm.community_id FROM community_members cm
        WHERE cm.tenant_id = c.tenant_id AND cm.member_id = c.member_id) AS "communityIds"
    FROM inbox_conversations c JOIN members m ON m.tenant_id = c.tenant_id AND m.id = c.member_id
    WHERE c.tenant_id = current_tenant() AND c.id = ${conversationId}::uuid`;
  return row ?? null;
}

/** Which of these users are members who may look at the portal, with the version that their sessions must have. */
export async function systemLogins(
  tenantId: string,
  userIds: readonly string[],
): Promise<Map<string, number>> {
  if (userIds.length === 0) return new Map();
  const rows = await tenantClient(tenantId).$queryRaw<{ userId: string; sessionVersion: number }[]>`
    SELECT u.id AS "userId", u.session_version AS "sessionVersion" FROM users u
    JOIN members m ON m.tenant_id = current_tenant() AND m.user_id = u.id AND m.suspended_at IS NULL
    WHERE u.id = ANY (${[...userIds]}::uuid[])`;
  return new Map(rows.map(({ userId, sessionVersion }) => [userId, sessionVersion]));
}
