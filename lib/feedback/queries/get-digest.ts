import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import { communitiesInReach } from "@/lib/tenants/policy";
import { OPEN_STATUSES } from "../rules";

/** What a digest tells; `newest` are titles. */
export type Digest = { arrived: number; overdue: number; ownerless: number; newest: string[] };

const MOST_NAMED = 5;

/** What came since, and what waits, within the reach of the reader's role. */
export async function getDigest(ctx: TenantContext, since: Date): Promise<Digest> {
  const reach = communitiesInReach(ctx.actor, "feedback.view");
  const mine = reach === null ? {} : { communityId: { in: [...reach] } };
  const open = { ...mine, status: { in: [...OPEN_STATUSES] } };
  const arrivedHere = { ...mine, createdAt: { gte: since, lt: ctx.now } };
  const [arrived, overdue, ownerless, newest] = await Promise.all([
    ctx.db.feedback.count({ where: arrivedHere }),
    ctx.db.feedback.count({ where: { ...open, dueAt: { lt: ctx.now } } }),
    ctx.db.feedback.count({ where: { ...open, ownerId: null } }),
    ctx.db.feedback.findMany({
      where: arrivedHere,
      select: { title: true },
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      take: MOST_NAMED,
    }),
  ]);
  return { arrived, overdue, ownerless, newest: newest.map(({ title }) => title) };
}
