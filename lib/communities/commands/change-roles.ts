import "server-only";
import { recordAuditOfMany } from "@/lib/audit/commands/record-audit";
import type { TenantContext } from "@/lib/platform/context";
import { refusedCodes } from "@/lib/platform/refused-alone";
import { labelOf } from "../actor-rules";
import { changeRoles } from "../membership-sql";
import { lastAmong, outcomesOf } from "../rules";
import type { MembershipRole, PersonOutcome } from "../types";

type Place = {
  communityId: string;
  groupId: string | null;
  adminCount: number;
  /** The role of those of the people who are in it. */
  roles: ReadonlyMap<string, MembershipRole>;
  /** Takes the role of one person, through the guard of the last admin. */
  demoteOne: (memberId: string) => Promise<void>;
};

/**
 * Gives people a role in a place that is held, at once, each with their line of history and audit (R6); whoever would be the
 * last admin to be demoted goes through the guard (H4). The caller answers for access.
 */
export async function unsafeChangeRoles(
  tx: TenantContext,
  { communityId, groupId, adminCount, roles, demoteOne }: Place,
  { memberIds, role }: { memberIds: readonly string[]; role: MembershipRole },
): Promise<PersonOutcome[]> {
  const unchanged = new Set(memberIds.filter((id) => roles.get(id) === role));
  const wanted = memberIds.filter((id) => roles.has(id) && !unchanged.has(id));
  const guarded = role === "member" ? lastAmong(wanted, adminCount) : null;
  const changed = await changeRoles(tx.db, {
    communityId,
    groupId,
    memberIds: wanted.filter((id) => id !== guarded),
    role,
    actorLabel: labelOf(tx.actor),
    now: tx.now,
  });
  await recordAuditOfMany(tx, changed, {
    action: groupId ? "group.role_changed" : "community.role_changed",
    subjectKind: "member",
    communityId,
    ...(groupId && { details: { communityId, groupId } }),
    before: { role: role === "admin" ? "member" : "admin" },
    after: { role },
  });
  const refused = await refusedCodes(tx, guarded ? [guarded] : [], demoteOne);
  const done = new Set([...changed, ...(guarded && !refused.has(guarded) ? [guarded] : [])]);
  return outcomesOf(memberIds, { done, unchanged, refused });
}
