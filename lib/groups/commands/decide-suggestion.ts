import "server-only";
import { labelOf } from "@/lib/communities/actor-rules";
import { unsafeLockOpenCommunity } from "@/lib/communities/commands/lock-community";
import { canManageGroups } from "@/lib/communities/policy";
import { findStanding } from "@/lib/communities/queries/find-standing";
import { inTransaction, type TenantContext } from "@/lib/platform/context";
import { enqueue } from "@/lib/platform/jobs/enqueue";
import { authorize } from "@/lib/shared/decision";
import { notFound, Refusal } from "@/lib/shared/refusal";
import { findLimits } from "@/lib/tenants/queries/find-limits";
import { insertSeats } from "../group-sql";
import { tellSuggestionJob } from "../job-names";
import { checkRoomForGroup } from "./create-group";
import { unsafeOpenGroup } from "./open-group";

type Suggestion = { communityId: string; memberId: string | null; name: string; description: string };

/**
 * Makes the suggested room: who suggested it is its first admin if they are still in the community, else who decides
 * (H4, H7).
 * @returns the new room
 * @throws Refusal `not_found`, `not_allowed`, `not_granted`, `read_only`, `group_limit_reached`, `illegal_transition` when
 * decided already
 */
export function approveSuggestion(ctx: TenantContext, suggestionId: string): Promise<{ id: string }> {
  return decide(ctx, suggestionId, "approved", async (tx, suggestion) => {
    const { communityId, name, description } = suggestion;
    const community = await unsafeLockOpenCommunity(tx, communityId);
    checkRoomForGroup(community, await findLimits(tx));
    const id = await unsafeOpenGroup(tx, {
      ...{ communityId, name, description, icon: null, joinMode: "open" },
      ...{ overflow: false, overflowOf: null, position: community.groupCount },
    });
    const admin = await adminFor(tx, suggestion);
    const seating = { groupId: id, communityId, memberIds: admin ? [admin] : [], role: "admin" as const };
    await insertSeats(tx.db, { ...seating, actorLabel: labelOf(tx.actor), now: tx.now });
    return { groupId: id, reason: "" };
  }).then(({ groupId }) => ({ id: groupId ?? "" }));
}

/**
 * Declines a suggestion, with a reason that the person reads.
 * @throws Refusal `not_found`, `not_allowed`, `not_granted`, `illegal_transition` when decided already
 */
export async function declineSuggestion(
  ctx: TenantContext,
  { suggestionId, reason }: { suggestionId: string; reason: string },
): Promise<void> {
  await decide(ctx, suggestionId, "declined", async () => ({ groupId: null, reason }));
}

type Outcome = { groupId: string | null; reason: string };

async function decide(
  ctx: TenantContext,
  suggestionId: string,
  status: "approved" | "declined",
  act: (tx: TenantContext, suggestion: Suggestion) => Promise<Outcome>,
): Promise<Outcome> {
  const suggestion = await ctx.db.groupSuggestion.findFirst({
    where: { id: suggestionId },
    select: { communityId: true, memberId: true, name: true, description: true, status: true },
  });
  if (!suggestion) throw notFound();
  authorize(canManageGroups(ctx.actor, await findStanding(ctx, suggestion.communityId)));
  return inTransaction(ctx, async (tx) => {
    const outcome = await act(tx, suggestion);
    const { count } = await tx.db.groupSuggestion.updateMany({
      where: { id: suggestionId, status: "pending" },
      data: { status, decidedAt: tx.now, ...outcome },
    });
    if (count === 0) throw new Refusal("illegal_transition", { from: suggestion.status, to: status });
    await enqueue(tx.db, tellSuggestionJob, { suggestionId });
    return outcome;
  });
}

/** Whoever suggested it, else the deciding person's own record, else an admin of the community; all of them are in it. */
async function adminFor(tx: TenantContext, { communityId, memberId }: Suggestion): Promise<string | null> {
  const own = tx.actor.kind === "system" ? null : tx.actor.memberId;
  const wanted = [memberId, own].flatMap((id) => id ?? []);
  const inside = await tx.db.communityMember.findMany({
    where: { communityId, OR: [{ memberId: { in: wanted } }, { role: "admin" }] },
    select: { memberId: true },
    orderBy: { joinedAt: "asc" },
  });
  const ids = inside.map((row) => row.memberId);
  return wanted.find((id) => ids.includes(id)) ?? ids[0] ?? null;
}
