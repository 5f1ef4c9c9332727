import "server-only";
import sharp from "sharp";
import { invalidInput } from "@/lib/shared/refusal";
import { IMAGE_SIZES, type ImageSize } from "./file-rules";

// A small file can unpack to gigabytes: 50 megapixels is beyond any phone's camera in its usual mode.
const OPTIONS = { limitInputPixels: 50_000_000, failOn: "error" } as const;

/**
 * A picture made anew in each size as WebP: turned upright, metadata (place, camera) gone, whatever else was in the
 * file gone with it. Icons and photos become squares.
 * @throws Refusal `invalid_input` at `file` with `image_unreadable`.
 */
export async function encodeImage(bytes: Uint8Array, square: boolean): Promise<Map<ImageSize, Buffer>> {
  try {
    const { width, height } = await sharp(bytes, OPTIONS).metadata();
    const shortSide = Math.min(width, height);
    const encoded = await Promise.all(
      IMAGE_SIZES.map(async (size): Promise<[ImageSize, Buffer]> => {
        const side = Math.min(size, shortSide);
        const box = square ? { width: side, height: side } : { width: size, withoutEnlargement: true };
        return [size, await sharp(bytes, OPTIONS).rotate().resize(box).webp({ quality: 82 }).toBuffer()];
      }),
    );
    return new Map(encoded);
  } catch {
    throw invalidInput({ path: "file", code: "image_unreadable" });
  }
}
