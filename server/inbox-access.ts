import { listStreamRights } from "@/lib/accounts/queries/list-stream-rights";
import { canUseInbox, inboxReach } from "@/lib/inbox/policy";
import { systemLogins } from "@/lib/inbox/queries/find-listeners";

/** Who holds a stream of the inbox: staff from the dashboard, or a member their own conversation's from the portal. */
export type InboxHolder = {
  tenantId: string;
  from: "portal" | "dashboard";
  userId: string;
  sessionVersion: number;
};

/** The communities whose people a holder answers; null: everybody. Members hear of themselves alone. */
export type InboxSight = { communityIds: readonly string[] | null };

/** What each holder of one tenant may hear of now, in their order: null for those who may no longer look (R7). */
export async function sightsOf(
  tenantId: string,
  holders: readonly InboxHolder[],
): Promise<(InboxSight | null)[]> {
  const idsFrom = (place: InboxHolder["from"]) => [
    ...new Set(holders.filter(({ from }) => from === place).map(({ userId }) => userId)),
  ];
  const [rights, logins] = await Promise.all([
    listStreamRights(tenantId, { userIds: idsFrom("dashboard"), keyHashes: [] }),
    systemLogins(tenantId, idsFrom("portal")),
  ]);
  return holders.map(({ from, userId, sessionVersion }) => {
    if (from === "portal") return logins.get(userId) === sessionVersion ? { communityIds: [] } : null;
    const known = rights.staff.get(userId);
    if (known?.sessionVersion !== sessionVersion || !canUseInbox(known.actor).ok) return null;
    return { communityIds: inboxReach(known.actor) };
  });
}
