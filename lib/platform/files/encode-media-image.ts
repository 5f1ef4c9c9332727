import "server-only";
import { join } from "node:path";
import PQueue from "p-queue";
import sharp from "sharp";
import { invalidInput } from "@/lib/shared/refusal";
import { MEDIA_SIDES } from "./media-rules";

// A small file can unpack to gigabytes: 50 megapixels is beyond any phone's camera in its usual mode.
const OPTIONS = { limitInputPixels: 50_000_000, failOn: "error" } as const;
// Unpacked a large one takes 200 MB: more than two at once wait.
const line = new PQueue({ concurrency: 2 });

export type EncodedImage = { byteSize: number; width: number; height: number };

/**
 * Makes a picture anew into a folder: upright, as WebP in each size and as JPEG on white in the largest, without metadata (place,
 * camera) and without whatever else was in the file. Of a moving picture its first one. `byteSize` is that of all parts.
 * @throws Refusal `invalid_input` at `file` with `image_unreadable`
 */
export async function encodeMediaImage(path: string, folder: string): Promise<EncodedImage> {
  try {
    return await line.add(() => encode(path, folder));
  } catch {
    throw invalidInput({ path: "file", code: "image_unreadable" });
  }
}

async function encode(path: string, folder: string): Promise<EncodedImage> {
  const largest = Math.max(...MEDIA_SIDES);
  const within = (side: number) =>
    sharp(path, OPTIONS)
      .rotate()
      .resize({ width: side, height: side, fit: "inside", withoutEnlargement: true });
  const parts = await Promise.all([
    ...MEDIA_SIDES.map((side) =>
      within(side)
        .webp({ quality: 82 })
        .toFile(join(folder, `${side}.webp`)),
    ),
    within(largest)
      .flatten({ background: "#ffffff" })
      .jpeg({ quality: 82, mozjpeg: true })
      .toFile(join(folder, `${largest}.jpg`)),
  ]);
  const byteSize = parts.reduce((sum, { size }) => sum + size, 0);
  const { width, height } = parts.at(-1) ?? { width: 0, height: 0 };
  return { byteSize, width, height };
}
