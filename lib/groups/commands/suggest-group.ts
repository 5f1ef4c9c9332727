import "server-only";
import { checkTexts } from "@/lib/communities/commands/check-texts";
import { ensureOwnMember } from "@/lib/communities/commands/ensure-own-member";
import { findStanding } from "@/lib/communities/queries/find-standing";
import { inTransaction, type TenantContext } from "@/lib/platform/context";
import { authorize } from "@/lib/shared/decision";
import { newId } from "@/lib/shared/ids";
import { invalidInput, Refusal } from "@/lib/shared/refusal";
import { findLimits } from "@/lib/tenants/queries/find-limits";
import { canSuggestGroup } from "../policy";
import { type SuggestGroupFields, suggestGroupFields } from "../schema";

// What one person may have waiting in one community: a queue that somebody has to read.
const MOST_PENDING = 5;

/**
 * Suggests a new room to those who manage the community's rooms (H7).
 * @throws Refusal `not_found`, `not_allowed`, `read_only`, `name_too_long`, `invalid_input` at `name` with `too_many_pending`
 */
export async function suggestGroup(
  ctx: TenantContext,
  { communityId, ...input }: SuggestGroupFields & { communityId: string },
): Promise<{ id: string }> {
  authorize(canSuggestGroup(ctx.actor, await findStanding(ctx, communityId)));
  const fields = suggestGroupFields.parse(input);
  checkTexts(fields, await findLimits(ctx));
  const id = newId();
  return inTransaction(ctx, async (tx) => {
    const memberId = await ensureOwnMember(tx);
    const community = await tx.db.community.findFirst({
      where: { id: communityId },
      select: { archivedAt: true },
    });
    if (community?.archivedAt) throw new Refusal("read_only");
    const pending = await tx.db.groupSuggestion.count({
      where: { communityId, memberId, status: "pending" },
    });
    if (pending >= MOST_PENDING)
      throw invalidInput({ path: "name", code: "too_many_pending", params: { maximum: MOST_PENDING } });
    await tx.db.groupSuggestion.create({
      data: { id, communityId, memberId, ...fields, createdAt: tx.now },
      select: { id: true },
    });
    return { id };
  });
}
