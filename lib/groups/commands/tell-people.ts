import "server-only";
import { systemMailReader } from "@/lib/members/queries/find-mail-reader";
import { inTransaction, type TenantContext } from "@/lib/platform/context";
import { sendMail } from "@/lib/platform/mail/send-mail";
import { comeInMail, suggestionMail } from "../mails";

type ComeIn = {
  memberId: string;
  communityId: string;
  groupId: string | null;
  why: "place_free" | "accepted";
};

/** Tells somebody that they are in, unless they have left again meanwhile. A sibling that took them in bears its own name. */
export async function tellComeIn(
  ctx: TenantContext,
  { memberId, communityId, groupId, why }: ComeIn,
): Promise<void> {
  const family = groupId === null ? {} : { OR: [{ id: groupId }, { overflowOf: groupId }] };
  const rooms = groupId === null ? [] : await ctx.db.group.findMany({ where: family, select: roomFields });
  const seat = await ctx.db.groupMember.findFirst({
    where: { memberId, groupId: { in: rooms.map(({ id }) => id) } },
    select: { groupId: true },
  });
  const [membership, community] = await Promise.all([
    ctx.db.communityMember.findFirst({ where: { communityId, memberId }, select: { memberId: true } }),
    ctx.db.community.findFirst({ where: { id: communityId }, select: { name: true } }),
  ]);
  if (!membership || !community || (groupId !== null && !seat)) return;
  const room = rooms.find(({ id }) => id === seat?.groupId);
  const reader = await systemMailReader(ctx, memberId);
  if (!reader || reader.isSuspended) return;
  const mail = comeInMail(reader, { place: room?.name ?? community.name, groupId: room?.id ?? null, why });
  await sendMail(ctx.db, mail);
}

const roomFields = { id: true, name: true } as const;

/** Tells who suggested a room what became of it. */
export async function tellSuggestionDecided(
  ctx: TenantContext,
  { suggestionId }: { suggestionId: string },
): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const suggestion = await tx.db.groupSuggestion.findFirst({
      where: { id: suggestionId, status: { not: "pending" } },
      select: { memberId: true, name: true, groupId: true, reason: true },
    });
    if (!suggestion?.memberId) return;
    const { memberId, ...decided } = suggestion;
    const reader = await systemMailReader(tx, memberId);
    if (reader && !reader.isSuspended) await sendMail(tx.db, suggestionMail(reader, decided));
  });
}
