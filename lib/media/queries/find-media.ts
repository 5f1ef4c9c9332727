import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import { isId } from "@/lib/shared/ids";
import { selectMedia, selectOwners, type UploadedMedia } from "../media-sql";
import type { MediaOwner } from "../types";

export type FoundMedia = UploadedMedia & { owners: MediaOwner[] };

/** A medium with what shows it, whoever asks: the caller answers for who may see it. Null: there is none of this id. */
export async function findMedia(ctx: Pick<TenantContext, "db">, id: string): Promise<FoundMedia | null> {
  if (!isId(id)) return null;
  const [media] = await selectMedia(ctx.db, [id], { isHeld: false });
  return media ? { ...media, owners: await selectOwners(ctx.db, id) } : null;
}
