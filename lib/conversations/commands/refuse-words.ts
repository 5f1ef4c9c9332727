import "server-only";
import { recordAudit } from "@/lib/audit/commands/record-audit";
import { inTransaction, type TenantContext } from "@/lib/platform/context";
import { authorize } from "@/lib/shared/decision";
import { canModerate } from "../policy";
import { findRoomStanding } from "../queries/find-room-standing";
import { readWords } from "../word-rules";

/**
 * The words with which a room takes no message; who looks after it is not held up (C4). Audited by their number (R6).
 * @throws Refusal `not_found`, `not_allowed`, `not_granted`
 */
export async function refuseWords(
  ctx: TenantContext,
  { groupId, words }: { groupId: string; words: readonly string[] },
): Promise<void> {
  const standing = await findRoomStanding(ctx, groupId);
  authorize(canModerate(ctx.actor, standing));
  const refusedWords = readWords(words);
  await inTransaction(ctx, async (tx) => {
    const before = await tx.db.group.findFirst({ where: { id: groupId }, select: { refusedWords: true } });
    if (!before || before.refusedWords.join("\n") === refusedWords.join("\n")) return;
    await tx.db.group.updateMany({ where: { id: groupId }, data: { refusedWords } });
    await recordAudit(tx, {
      action: "group.refused_words_set",
      subjectKind: "group",
      subjectId: groupId,
      communityId: standing.communityId,
      before: { refusedWords: before.refusedWords.length },
      after: { refusedWords: refusedWords.length },
    });
  });
}
