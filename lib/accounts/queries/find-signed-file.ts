import "server-only";
import { tenantClient } from "@/lib/platform/db/clients";
import type { ImageSize } from "@/lib/platform/files/file-rules";
import { type FileContent, readFile } from "@/lib/platform/files/read-file";
import { isSignedFor } from "@/lib/platform/files/signed-url";
import { findTenantId } from "./find-tenant-id";

/** The file of an address that we signed, for people who are not signed in; null without a good signature. */
export async function findSignedFile(
  { slug, id, size }: { slug: string; id: string; size: ImageSize },
  query: URLSearchParams,
): Promise<FileContent | null> {
  if (!query.has("signature")) return null;
  const tenantId = await findTenantId(slug);
  if (!tenantId || !isSignedFor({ tenantId, id }, query, new Date())) return null;
  return readFile({ db: tenantClient(tenantId), tenantId }, id, size);
}
