import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import { invalidInput } from "@/lib/shared/refusal";
import { needsGrants } from "../rules";
import { holdStaff } from "../staff-sql";

/**
 * Sets who of the marketers and agents works in a community (R2); who is not named is out at once (R7). A step for the
 * command that has checked access, in its transaction.
 * @returns who did before, and who does now
 * @throws Refusal `invalid_input` at `staffIds`: `unknown_id`, `role_needs_no_grant`
 */
export async function unsafeSetCommunityStaff(
  tx: TenantContext,
  { communityId, staffIds }: { communityId: string; staffIds: readonly string[] },
): Promise<{ before: string[]; after: string[] }> {
  const wanted = [...new Set(staffIds)].sort();
  const held = await holdStaff(tx.db, wanted);
  if (held.length !== wanted.length) throw invalidInput({ path: "staffIds", code: "unknown_id" });
  if (!held.every(({ role }) => needsGrants(role)))
    throw invalidInput({ path: "staffIds", code: "role_needs_no_grant" });
  const grants = await tx.db.staffGrant.findMany({ where: { communityId }, select: { staffId: true } });
  const before = grants.map(({ staffId }) => staffId).sort();
  await tx.db.staffGrant.deleteMany({ where: { communityId, staffId: { notIn: wanted } } });
  const grantedBy = tx.actor.kind === "staff" ? tx.actor.staffId : null;
  await tx.db.staffGrant.createMany({
    data: wanted.map((staffId) => ({ staffId, communityId, grantedBy })),
    skipDuplicates: true,
  });
  return { before, after: wanted };
}
