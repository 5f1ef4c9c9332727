import "server-only";
import { mkdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { newId } from "@/lib/shared/ids";
import { cleanName, takeGraphemes } from "@/lib/shared/text";
import type { TenantContext } from "../context";
import { encodeMediaImage } from "./encode-media-image";
import { fileFolder } from "./file-paths";
import { openFilm } from "./film";
import type { MediaKind } from "./media-rules";
import type { StagedUpload } from "./stage-upload";
import { requireWholePdf } from "./whole-pdf";

export type StoredMedia = {
  id: string;
  kind: MediaKind;
  contentType: string;
  byteSize: number;
  width: number | null;
  height: number | null;
  /** Of a document, whose name is what people know it by. */
  name: string;
  /** Of the bytes as they came. */
  sha256: string;
};

type Written = Pick<StoredMedia, "contentType" | "byteSize" | "width" | "height">;

/**
 * Writes a staged upload beside the tenant's files: a picture made anew, without what the camera wrote into it; a film without its
 * place; a document as it came. Something that is two things at once is refused. The bytes are there before a row is.
 * @throws Refusal `invalid_input` at `file`: `image_unreadable`, `file_not_whole`
 */
export async function writeMedia(tenantId: string, staged: StagedUpload, name: string): Promise<StoredMedia> {
  const id = newId();
  const folder = fileFolder(tenantId, id);
  const temporary = `${folder}.part`;
  await mkdir(temporary, { recursive: true });
  try {
    const written = await writeParts(staged, temporary);
    await rename(temporary, folder);
    const shownName = staged.kind === "document" ? takeGraphemes(cleanName(name), 200) : "";
    return { id, kind: staged.kind, name: shownName, sha256: staged.sha256, ...written };
  } catch (error) {
    await rm(temporary, { recursive: true, force: true });
    throw error;
  }
}

/** Makes what was written one of the tenant's files. */
export async function recordMediaFile(tx: TenantContext, stored: StoredMedia): Promise<void> {
  const { id, contentType, byteSize, sha256, name } = stored;
  const data = {
    id,
    purpose: "media",
    contentType,
    byteSize: BigInt(byteSize),
    sha256,
    name,
    createdAt: tx.now,
  };
  await tx.db.file.create({ data, select: { id: true } });
}

async function writeParts(staged: StagedUpload, folder: string): Promise<Written> {
  const { kind, contentType, byteSize, path } = staged;
  if (kind === "image") return { contentType: "image/webp", ...(await encodeMediaImage(path, folder)) };
  if (kind === "document") await requireWholePdf(path);
  const sides = kind === "video" ? await openFilm(path) : { width: null, height: null };
  await rename(path, join(folder, "original"));
  return { contentType, byteSize, ...sides };
}
