import type { MediaPart } from "@/lib/platform/files/media-rules";
import type { Media } from "./types";

/** The stored part that answers to an address: of a picture the size for a phone with `size=640`, JPEG with `as=jpeg`. */
export function partFor(
  { kind, contentType }: Media,
  query: URLSearchParams,
): { part: MediaPart; contentType: string } {
  if (kind !== "image") return { part: "original", contentType };
  if (query.get("as") === "jpeg") return { part: "1600.jpg", contentType: "image/jpeg" };
  return { part: query.get("size") === "640" ? "640.webp" : "1600.webp", contentType };
}
