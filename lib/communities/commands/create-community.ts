import "server-only";
import { recordAudit } from "@/lib/audit/commands/record-audit";
import { assertWithinPlan } from "@/lib/plans/plan-limits";
import { inTransaction, type TenantContext } from "@/lib/platform/context";
import { nullableJson } from "@/lib/platform/db/json";
import { authorize } from "@/lib/shared/decision";
import { newId } from "@/lib/shared/ids";
import { findLimits } from "@/lib/tenants/queries/find-limits";
import { canCreateCommunity } from "../policy";
import { type CreateCommunityInput, createCommunityInput } from "../schema";
import { unsafeAdmit } from "./admit";
import { checkIcon, checkTexts } from "./check-texts";
import { ensureOwnMember } from "./ensure-own-member";
import { unsafeLockCommunity } from "./lock-community";

/**
 * Makes a community with its announcement space (H2), the creator its first member and admin (H4).
 * @throws Refusal `not_allowed`, `name_too_long` (L6), `invalid_input`, `plan_limit_reached` (B5)
 */
export async function createCommunity(
  ctx: TenantContext,
  input: CreateCommunityInput,
): Promise<{ id: string }> {
  authorize(canCreateCommunity(ctx.actor));
  const { name, description, icon } = createCommunityInput.parse(input);
  const limits = await findLimits(ctx);
  checkTexts({ name, description }, limits);
  return inTransaction(ctx, async (tx) => {
    await assertWithinPlan(tx, "communities", 1);
    await checkIcon(tx, icon);
    const memberId = await ensureOwnMember(tx);
    const id = newId();
    await tx.db.community.create({
      data: {
        id,
        name,
        description,
        icon: nullableJson(icon),
        createdBy: memberId,
        createdAt: tx.now,
        updatedAt: tx.now,
      },
      select: { id: true },
    });
    await tx.db.lane.create({ data: { communityId: id, number: 1 }, select: { number: true } });
    const community = await unsafeLockCommunity(tx, id);
    await unsafeAdmit(tx, community, { memberIds: [memberId], role: "admin", limits });
    await recordAudit(tx, {
      action: "community.created",
      subjectKind: "community",
      subjectId: id,
      after: { name },
    });
    return { id };
  });
}
