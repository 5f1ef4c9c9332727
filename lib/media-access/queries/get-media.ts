import "server-only";
import { type FoundMedia, findMedia } from "@/lib/media/queries/find-media";
import type { Media } from "@/lib/media/types";
import type { TenantContext } from "@/lib/platform/context";
import { notFound } from "@/lib/shared/refusal";
import { canFetchMedia } from "./can-fetch-media";

/** A medium that the actor may see. @throws Refusal `not_found`, also for those who may not (T3) */
export async function getMedia(ctx: TenantContext, id: string): Promise<Media> {
  const media: FoundMedia | null = await findMedia(ctx, id);
  if (!media || !(await canFetchMedia(ctx, media))) throw notFound();
  const { staffId: _s, memberId: _m, isUsed: _u, owners: _o, ...shown } = media;
  return shown;
}
