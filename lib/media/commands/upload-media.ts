import "server-only";
import { inTransaction, type TenantContext } from "@/lib/platform/context";
import { removeFileBytes } from "@/lib/platform/files/remove-files";
import type { StagedUpload } from "@/lib/platform/files/stage-upload";
import { recordMediaFile, writeMedia } from "@/lib/platform/files/store-media";
import { authorize } from "@/lib/shared/decision";
import { canUploadMedia } from "../policy";
import type { Media } from "../types";

/**
 * Keeps an upload that arrived whole, to be shown in something within a day.
 * @throws Refusal `not_allowed`; `invalid_input` at `file`: `image_unreadable`, `file_not_whole`
 */
export async function uploadMedia(ctx: TenantContext, staged: StagedUpload, name: string): Promise<Media> {
  authorize(canUploadMedia(ctx.actor));
  const { actor, now } = ctx;
  // Outside of the transaction: making a picture anew takes a while.
  const stored = await writeMedia(ctx.tenantId, staged, name);
  const { sha256: _, ...media } = stored;
  const { id, kind, width, height } = media;
  const staffId = actor.kind === "staff" ? actor.staffId : null;
  const memberId = actor.kind === "member" ? actor.memberId : null;
  try {
    await inTransaction(ctx, async (tx) => {
      await recordMediaFile(tx, stored);
      const data = { id, kind, width, height, staffId, memberId, createdAt: now };
      await tx.db.media.create({ data, select: { id: true } });
    });
  } catch (error) {
    await removeFileBytes(ctx.tenantId, [id]);
    throw error;
  }
  return media;
}
