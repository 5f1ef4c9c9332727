import "server-only";
import { recordAudit } from "@/lib/audit/commands/record-audit";
import { releaseMedia } from "@/lib/media/commands/show-media";
import { inTransaction, type TenantContext } from "@/lib/platform/context";
import { Refusal } from "@/lib/shared/refusal";
import { requireSender } from "./require-sender";

/** Deletes a draft; what was ever sent or scheduled keeps its history. @throws Refusal `illegal_transition`. */
export async function deleteAnnouncement(ctx: TenantContext, id: string): Promise<void> {
  const { status, communityIds } = await requireSender(ctx, id);
  await inTransaction(ctx, async (tx) => {
    const { count } = await tx.db.announcement.deleteMany({ where: { id, status: "draft" } });
    if (count === 0) throw new Refusal("illegal_transition", { from: status, to: "deleted" });
    await releaseMedia(tx, { kind: "announcement", id });
    await recordAudit(tx, {
      action: "announcement.deleted",
      subjectKind: "announcement",
      subjectId: id,
      details: { communityIds },
    });
  });
}
