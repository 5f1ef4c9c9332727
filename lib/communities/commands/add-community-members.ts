import "server-only";
import { inTransaction, type TenantContext } from "@/lib/platform/context";
import { refreshStatistics } from "@/lib/platform/db/refresh-statistics";
import { authorize } from "@/lib/shared/decision";
import { isId } from "@/lib/shared/ids";
import { findLimits } from "@/lib/tenants/queries/find-limits";
import { standingOfIds } from "../membership-sql";
import { canManageMemberships } from "../policy";
import { findStanding } from "../queries/find-standing";
import type { Added, Invited, MembershipRole, RefusedRow } from "../types";
import { unsafeAdmit } from "./admit";
import { unsafeLockOpenCommunity } from "./lock-community";

export type AddCommunityMembersInput = {
  communityId: string;
  memberIds: readonly string[];
  role?: MembershipRole;
};

/**
 * Adds members to a community, as many as it holds, in a fixed number of statements (L3, L9, L13). Who is in already stays
 * as they are; a row that cannot go in is refused with `unknown_id`, `banned` or `community_full`, alone.
 * @throws Refusal `not_found`, `not_allowed`, `not_granted`, `read_only`
 */
export async function addCommunityMembers(
  ctx: TenantContext,
  input: AddCommunityMembersInput,
): Promise<Added> {
  authorize(canManageMemberships(ctx.actor, await findStanding(ctx, input.communityId)));
  const result = await inTransaction(ctx, (tx) => unsafeAddCommunityMembers(tx, input));
  await refreshStatistics(ctx.db, result.added);
  return result;
}

/** The same inside the caller's transaction, who answers for access (joining by invite). */
export async function unsafeAddCommunityMembers(
  ctx: TenantContext,
  {
    communityId,
    memberIds,
    role = "member",
    invited,
  }: AddCommunityMembersInput & { invited?: Invited | undefined },
): Promise<Added> {
  const limits = await findLimits(ctx);
  const community = await unsafeLockOpenCommunity(ctx, communityId);
  const known = await standingOfIds(ctx.db, communityId, memberIds.filter(isId));
  const standings = new Map(known.map((row) => [row.id, row]));
  const admitted = new Set<string>();
  const refused: RefusedRow[] = [];
  let free = limits.communityMembers - community.memberCount;
  for (const [index, id] of memberIds.entries()) {
    const standing = standings.get(id);
    if (standing === undefined) refused.push({ index, code: "unknown_id" });
    else if (standing.isIn || admitted.has(id)) continue;
    else if (standing.isBanned) refused.push({ index, code: "banned" });
    else if (free-- > 0) admitted.add(id);
    else refused.push({ index, code: "community_full" });
  }
  const added = await unsafeAdmit(ctx, community, { memberIds: [...admitted], role, limits, invited });
  return { added, unchanged: memberIds.length - refused.length - added, refused };
}
