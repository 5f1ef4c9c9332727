import "server-only";
import { createHash } from "node:crypto";
import { mkdir, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileTypeFromBuffer } from "file-type";
import { newId } from "@/lib/shared/ids";
import { invalidInput, Refusal } from "@/lib/shared/refusal";
import { cleanName, takeGraphemes } from "@/lib/shared/text";
import type { TenantContext } from "../context";
import { encodeImage } from "./encode-image";
import { fileFolder } from "./file-paths";
import { type CropArea, type FilePurpose, IMAGE_TYPES, isPicture, MAX_FILE_BYTES } from "./file-rules";

/** Media have a way of their own (`store-media.ts`). */
export type StoreFile = {
  purpose: Exclude<FilePurpose, "media">;
  bytes: Uint8Array;
  name?: string;
  crop?: CropArea;
};
export type StoredFile = { id: string; contentType: string; byteSize: number };
type Parts = { contentType: string; parts: [name: string, bytes: Uint8Array][] };

/**
 * Keeps a file of the tenant. What it is, its bytes say, never its name or the browser. Pictures are made anew.
 * The bytes are on disk before the row is; a rolled-back command leaves bytes that nothing points to.
 * @throws Refusal `payload_too_large`; `invalid_input` at `file`: `file_empty`, `file_type_refused`, `image_unreadable`.
 */
export async function storeFile(
  ctx: TenantContext,
  { purpose, bytes, name, crop }: StoreFile,
): Promise<StoredFile> {
  if (bytes.byteLength === 0) throw invalidInput({ path: "file", code: "file_empty" });
  const maxBytes = MAX_FILE_BYTES[purpose];
  if (bytes.byteLength > maxBytes) throw new Refusal("payload_too_large", { maxBytes });
  const { contentType, parts } = await partsOf(purpose, bytes, crop);
  const id = newId();
  await write(fileFolder(ctx.tenantId, id), parts);
  const byteSize = parts.reduce((sum, [, part]) => sum + part.byteLength, 0);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const shownName = takeGraphemes(cleanName(name ?? ""), 200);
  await ctx.db.file.create({
    data: {
      id,
      purpose,
      contentType,
      byteSize: BigInt(byteSize),
      sha256,
      name: shownName,
      createdAt: ctx.now,
    },
    select: { id: true },
  });
  return { id, contentType, byteSize };
}

async function partsOf(purpose: StoreFile["purpose"], bytes: Uint8Array, crop?: CropArea): Promise<Parts> {
  const sniffed = (await fileTypeFromBuffer(bytes))?.mime ?? "text/plain";
  if (IMAGE_TYPES.includes(sniffed) && purpose !== "import" && purpose !== "invoice_pdf") {
    const sizes = await encodeImage(bytes, { square: isPicture(purpose), crop });
    return { contentType: "image/webp", parts: [...sizes].map(([size, part]) => [`${size}.webp`, part]) };
  }
  if (!mayKeep(purpose, sniffed)) throw invalidInput({ path: "file", code: "file_type_refused" });
  return { contentType: sniffed, parts: [["original", bytes]] };
}

function mayKeep(purpose: StoreFile["purpose"], contentType: string): boolean {
  switch (purpose) {
    case "icon":
    case "photo":
      return false;
    case "invoice_pdf":
      return contentType === "application/pdf";
    case "import":
      return true;
  }
}

/** All parts appear at once under the final name, or none does. */
async function write(folder: string, parts: Parts["parts"]): Promise<void> {
  const temporary = `${folder}.part`;
  await mkdir(temporary, { recursive: true });
  await Promise.all(parts.map(([name, bytes]) => writeFile(join(temporary, name), bytes)));
  await rename(temporary, folder);
}
