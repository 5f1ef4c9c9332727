import "server-only";
import { recordAudit } from "@/lib/audit/commands/record-audit";
import { inTransaction, type TenantContext } from "@/lib/platform/context";
import { authorize } from "@/lib/shared/decision";
import { invalidInput, notFound } from "@/lib/shared/refusal";
import { canGrantCommunities } from "../policy";
import { lockStaff } from "../staff-sql";

/**
 * Sets the communities in which a marketer or agent may work (R2); what is not named is taken back at once (R7).
 * @throws Refusal `not_found`, `not_allowed`, `invalid_input` at `communityIds` (`unknown_id`).
 */
export function setStaffGrants(
  ctx: TenantContext,
  input: { staffId: string; communityIds: readonly string[] },
): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    const person = await lockStaff(tx.db, input.staffId);
    if (!person) throw notFound();
    authorize(canGrantCommunities(tx.actor, person.role));
    const wanted = [...new Set(input.communityIds)].sort();
    const known = await tx.db.community.count({ where: { id: { in: wanted } } });
    if (known !== wanted.length) throw invalidInput({ path: "communityIds", code: "unknown_id" });
    const staffId = person.id;
    const before = await grantedTo(tx, staffId);
    await tx.db.staffGrant.deleteMany({ where: { staffId, communityId: { notIn: wanted } } });
    await tx.db.staffGrant.createMany({
      data: wanted.map((communityId) => ({ staffId, communityId, grantedBy: actingStaff(tx) })),
      skipDuplicates: true,
    });
    await recordAudit(tx, {
      action: "staff.grants_set",
      subjectKind: "staff",
      subjectId: staffId,
      details: { userId: person.userId },
      before: { communityIds: before },
      after: { communityIds: wanted },
    });
  });
}

async function grantedTo({ db }: TenantContext, staffId: string): Promise<string[]> {
  const grants = await db.staffGrant.findMany({ where: { staffId }, select: { communityId: true } });
  return grants.map(({ communityId }) => communityId).sort();
}

function actingStaff({ actor }: TenantContext): string | null {
  return actor.kind === "staff" ? actor.staffId : null;
}
