import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import { upsertPreview } from "../previews-sql";

/**
 * Notes, in the transaction of what links to it, that a page is to be asked what it is.
 * @returns the id for the job that asks; null when it was asked lately
 */
export async function claimPreview(tx: TenantContext, url: string): Promise<string | null> {
  return await upsertPreview(tx.db, url, tx.now);
}
