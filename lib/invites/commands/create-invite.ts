import "server-only";
import { recordAudit } from "@/lib/audit/commands/record-audit";
import { ownMemberId } from "@/lib/communities/actor-rules";
import { findPlaceStanding } from "@/lib/groups/queries/find-place-standing";
import { hashToken, newTenantToken } from "@/lib/platform/auth/tokens";
import { inTransaction, type TenantContext } from "@/lib/platform/context";
import { publicUrl } from "@/lib/platform/env";
import { authorize } from "@/lib/shared/decision";
import { newId } from "@/lib/shared/ids";
import { invalidInput, Refusal } from "@/lib/shared/refusal";
import { canManageInvites } from "../policy";
import { type CreateInviteInput, createInviteInput } from "../schema";

export type CreatedInvite = { id: string; url: string; token: string };

/**
 * Makes an invite link (H7). The token is returned this once; only its hash is kept (X18).
 * @throws Refusal `not_allowed`, `not_granted`, `read_only` in an archived place, `invalid_input` at `communityId` or
 * `groupId` (`unknown_id`) and at `expiresAt` (`in_past`)
 */
export async function createInvite(ctx: TenantContext, input: CreateInviteInput): Promise<CreatedInvite> {
  const { communityId, groupId, expiresAt, maxUses, approval } = createInviteInput.parse(input);
  await checkPlace(ctx, { communityId, groupId });
  authorize(canManageInvites(ctx.actor, await findPlaceStanding(ctx, { communityId, groupId })));
  if (expiresAt && expiresAt <= ctx.now) throw invalidInput({ path: "expiresAt", code: "in_past" });
  const id = newId();
  const token = newTenantToken(ctx.tenantId);
  await inTransaction(ctx, async (tx) => {
    await tx.db.invite.create({
      data: {
        id,
        communityId,
        groupId,
        tokenHash: hashToken(token),
        expiresAt,
        maxUses,
        approval,
        createdBy: ctx.actor.kind === "staff" ? ctx.actor.staffId : null,
        createdByMember: ownMemberId(ctx.actor),
        createdAt: ctx.now,
      },
      select: { id: true },
    });
    await recordAudit(tx, {
      action: "invite.created",
      subjectKind: "invite",
      subjectId: id,
      communityId,
      after: { groupId, expiresAt: expiresAt?.toISOString() ?? null, maxUses, approval },
    });
  });
  return { id, url: `${publicUrl()}/join/${token}`, token };
}

async function checkPlace(
  ctx: TenantContext,
  { communityId, groupId }: { communityId: string; groupId: string | null },
): Promise<void> {
  const select = { archivedAt: true } as const;
  const [community, group] = await Promise.all([
    ctx.db.community.findFirst({ where: { id: communityId }, select }),
    groupId ? ctx.db.group.findFirst({ where: { id: groupId, communityId }, select }) : null,
  ]);
  if (!community) throw invalidInput({ path: "communityId", code: "unknown_id" });
  if (groupId && !group) throw invalidInput({ path: "groupId", code: "unknown_id" });
  if (community.archivedAt || group?.archivedAt) throw new Refusal("read_only");
}
