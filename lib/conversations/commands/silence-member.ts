import "server-only";
import { recordAudit } from "@/lib/audit/commands/record-audit";
import { ensureOwnMember } from "@/lib/communities/commands/ensure-own-member";
import { inTransaction, type TenantContext } from "@/lib/platform/context";
import { authorize } from "@/lib/shared/decision";
import { isId } from "@/lib/shared/ids";
import { notFound, Refusal } from "@/lib/shared/refusal";
import { canModerate } from "../policy";
import { findRoomStanding } from "../queries/find-room-standing";

type Silence = { groupId: string; memberId: string; minutes: number };

/**
 * Keeps somebody of a room from writing there for a time; who looks after the room cannot be kept (C4). Audited (R6).
 * @throws Refusal `not_found`, `not_allowed`, `not_granted`, `not_a_member`
 */
export async function silenceMember(
  ctx: TenantContext,
  { groupId, memberId, minutes }: Silence,
): Promise<void> {
  const standing = await findRoomStanding(ctx, groupId);
  authorize(canModerate(ctx.actor, standing));
  await assertPlainMember(ctx, { groupId, memberId, communityId: standing.communityId });
  const until = new Date(ctx.now.getTime() + minutes * 60_000);
  await inTransaction(ctx, async (tx) => {
    const silencedBy = await ensureOwnMember(tx);
    await tx.db.roomSilence.deleteMany({ where: { groupId, memberId } });
    await tx.db.roomSilence.createMany({
      data: [{ groupId, memberId, until, silencedBy, createdAt: tx.now }],
    });
    await recordAudit(tx, {
      action: "member.silenced",
      subjectKind: "member",
      subjectId: memberId,
      communityId: standing.communityId,
      details: { groupId, minutes },
    });
  });
}

/**
 * Lets somebody write again; who may write already may. Audited (R6).
 * @throws Refusal `not_found`, `not_allowed`, `not_granted`
 */
export async function endSilence(
  ctx: TenantContext,
  { groupId, memberId }: Omit<Silence, "minutes">,
): Promise<void> {
  const { communityId, ...standing } = await findRoomStanding(ctx, groupId);
  authorize(canModerate(ctx.actor, { communityId, ...standing }));
  if (!isId(memberId)) throw notFound();
  await inTransaction(ctx, async (tx) => {
    const { count } = await tx.db.roomSilence.deleteMany({ where: { groupId, memberId } });
    if (count === 0) throw notFound();
    const details = { groupId };
    await recordAudit(tx, {
      action: "member.silence_ended",
      subjectKind: "member",
      subjectId: memberId,
      communityId,
      details,
    });
  });
}

type Seat = { groupId: string; memberId: string; communityId: string };

async function assertPlainMember(
  ctx: TenantContext,
  { groupId, memberId, communityId }: Seat,
): Promise<void> {
  const [seat, house] = await Promise.all([
    ctx.db.groupMember.findFirst({ where: { groupId, memberId }, select: { role: true } }),
    ctx.db.communityMember.findFirst({ where: { communityId, memberId }, select: { role: true } }),
  ]);
  if (!seat) throw new Refusal("not_a_member");
  if (seat.role === "admin" || house?.role === "admin") throw new Refusal("not_allowed");
}
