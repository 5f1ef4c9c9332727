import "server-only";
import sharp from "sharp";
import { invalidInput } from "@/lib/shared/refusal";
import { type CropArea, IMAGE_SIZES, type ImageSize } from "./file-rules";

// A small file can unpack to gigabytes: 50 megapixels is beyond any phone's camera in its usual mode.
const OPTIONS = { limitInputPixels: 50_000_000, failOn: "error" } as const;
// From this number on of EXIF's orientations the picture lies on its side.
const ON_ITS_SIDE = 5;

/**
 * A picture made anew in each size as WebP: turned upright, metadata (place, camera) gone, whatever else was in the
 * file gone with it. Icons and photos become squares: of the part that was chosen, or of the middle.
 * @throws Refusal `invalid_input` at `file` with `image_unreadable`.
 */
export async function encodeImage(
  bytes: Uint8Array,
  { square, crop }: { square: boolean; crop?: CropArea | undefined },
): Promise<Map<ImageSize, Buffer>> {
  try {
    const { width, height, orientation = 1 } = await sharp(bytes, OPTIONS).metadata();
    const upright = orientation >= ON_ITS_SIDE ? { width: height, height: width } : { width, height };
    const part = crop ? partOf(upright, crop) : { left: 0, top: 0, ...upright };
    const shortSide = Math.min(part.width, part.height);
    const encoded = await Promise.all(
      IMAGE_SIZES.map(async (size): Promise<[ImageSize, Buffer]> => {
        const side = Math.min(size, shortSide);
        const box = square ? { width: side, height: side } : { width: size, withoutEnlargement: true };
        const picture = sharp(bytes, OPTIONS).rotate().extract(part).resize(box);
        return [size, await picture.webp({ quality: 82 }).toBuffer()];
      }),
    );
    return new Map(encoded);
  } catch {
    throw invalidInput({ path: "file", code: "image_unreadable" });
  }
}

function partOf({ width, height }: { width: number; height: number }, crop: CropArea) {
  const left = Math.min(Math.floor((crop.x / 100) * width), width - 1);
  const top = Math.min(Math.floor((crop.y / 100) * height), height - 1);
  return {
    left,
    top,
    width: Math.max(1, Math.min(Math.round((crop.width / 100) * width), width - left)),
    height: Math.max(1, Math.min(Math.round((crop.height / 100) * height), height - top)),
  };
}
