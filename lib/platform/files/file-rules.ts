/** What a file is for; decides what it may be, how big, and who may fetch it. */
export type FilePurpose = "icon" | "photo" | "import" | "media" | "invoice_pdf";

const MEBIBYTE = 1024 * 1024;

/** Largest size by purpose, in bytes; of media `media-rules.ts` says it by kind. */
export const MAX_FILE_BYTES: Record<Exclude<FilePurpose, "media">, number> = {
  icon: 10 * MEBIBYTE,
  photo: 10 * MEBIBYTE,
  import: 25 * MEBIBYTE,
  invoice_pdf: 10 * MEBIBYTE,
};

/** What sharp decodes and people upload. SVG is not among them: it can carry script. */
export const IMAGE_TYPES: readonly string[] = [
  "image/jpeg",
  "image/png",
  "image/webp",
  "image/gif",
  "image/avif",
];

/** Widths in which a picture is kept, in pixels. */
export const IMAGE_SIZES = [96, 256, 1280] as const;
export type ImageSize = (typeof IMAGE_SIZES)[number];

/** Whether this purpose holds pictures only. */
export function isPicture(purpose: FilePurpose): boolean {
  return purpose === "icon" || purpose === "photo";
}

/** A part of a picture, in hundredths of its sides. */
export type CropArea = { x: number; y: number; width: number; height: number };
