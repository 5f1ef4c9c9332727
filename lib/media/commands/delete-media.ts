import "server-only";
import { inTransaction, type TenantContext } from "@/lib/platform/context";
import { removeFileBytes, removeFileRows } from "@/lib/platform/files/remove-files";
import { notFound, Refusal } from "@/lib/shared/refusal";
import { selectMedia } from "../media-sql";
import { canUseUpload } from "../policy";

/**
 * Takes an upload away for good, as long as nothing shows it: what shows it is changed first.
 * @throws Refusal `not_found`, `media_in_use`
 */
export async function deleteMedia(ctx: TenantContext, id: string): Promise<void> {
  const gone = await inTransaction(ctx, async (tx) => {
    const [media] = await selectMedia(tx.db, [id], { isHeld: false });
    if (!media || !(media.isUsed || canUseUpload(tx.actor, media))) throw notFound();
    if (media.isUsed) throw new Refusal("media_in_use");
    return await removeFileRows(tx, [id]);
  });
  await removeFileBytes(ctx.tenantId, gone);
}
