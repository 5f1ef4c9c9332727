import "server-only";
import { findPersonContexts } from "@/lib/accounts/load-context";
import { findTenantId } from "@/lib/accounts/queries/find-tenant-id";
import { type FoundMedia, findMedia } from "@/lib/media/queries/find-media";
import { ownerSignedFor } from "@/lib/media/signed-url";
import { tenantClient } from "@/lib/platform/db/clients";
import { canFetchMedia, isStillShown } from "./can-fetch-media";

export type Fetchable = FoundMedia & { tenantId: string };

/**
 * A medium for whoever asks for its address: with a signature of ours that holds, or signed in as somebody who may see it. Null for
 * everybody else, as for one that does not exist (T3).
 */
export async function findForPerson(
  { slug, id }: { slug: string; id: string },
  query: URLSearchParams,
): Promise<Fetchable | null> {
  const signed = query.has("signature") ? await findSigned({ slug, id }, query) : null;
  if (signed) return signed;
  for (const ctx of await findPersonContexts(slug)) {
    const media = await findMedia(ctx, id);
    if (media && (await canFetchMedia(ctx, media))) return { ...media, tenantId: ctx.tenantId };
  }
  return null;
}

async function findSigned({ slug, id }: { slug: string; id: string }, query: URLSearchParams) {
  const tenantId = await findTenantId(slug);
  const owner = tenantId && ownerSignedFor({ tenantId, id }, query, new Date());
  if (!owner) return null;
  const db = tenantClient(tenantId);
  const media = await findMedia({ db }, id);
  return media && (await isStillShown(db, media, owner)) ? { ...media, tenantId } : null;
}
