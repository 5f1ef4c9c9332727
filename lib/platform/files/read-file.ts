import "server-only";
import { readFile as readBytes } from "node:fs/promises";
import { join } from "node:path";
import { isId } from "@/lib/shared/ids";
import type { TenantContext } from "../context";
import { fileFolder } from "./file-paths";
import type { FilePurpose, ImageSize } from "./file-rules";

export type FileInfo = { id: string; purpose: FilePurpose; contentType: string; name: string };
export type FileContent = FileInfo & { bytes: Uint8Array<ArrayBuffer> };

/** What a file is, without its bytes; null when the tenant has none of this id. */
export async function findFile(ctx: Pick<TenantContext, "db">, id: string): Promise<FileInfo | null> {
  if (!isId(id)) return null;
  const file = await ctx.db.file.findFirst({
    where: { id },
    select: { id: true, purpose: true, contentType: true, name: true },
  });
  return file && { ...file, purpose: file.purpose as FilePurpose };
}

/**
 * A file of the tenant with its bytes, pictures in the wanted size; null when there is none. The caller answers for who
 * may see it.
 */
export async function readFile(
  ctx: Pick<TenantContext, "db" | "tenantId">,
  id: string,
  size: ImageSize = 256,
): Promise<FileContent | null> {
  const file = await findFile(ctx, id);
  if (!file) return null;
  const bytes = await readPart(ctx, id, file.contentType === "image/webp" ? `${size}.webp` : "original");
  return bytes && { ...file, bytes };
}

/** The bytes as they were stored of a file whose id a row of the tenant holds; null when they are gone. */
export function readOriginal(
  ctx: Pick<TenantContext, "tenantId">,
  id: string,
): Promise<Uint8Array<ArrayBuffer> | null> {
  return readPart(ctx, id, "original");
}

async function readPart({ tenantId }: Pick<TenantContext, "tenantId">, id: string, part: string) {
  const bytes = await readBytes(join(fileFolder(tenantId, id), part)).catch(() => null);
  return bytes && new Uint8Array(bytes);
}
