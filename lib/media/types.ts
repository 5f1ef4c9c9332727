import type { MediaKind } from "@/lib/platform/files/media-rules";

/** A medium as it was uploaded. */
export type Media = {
  id: string;
  kind: MediaKind;
  contentType: string;
  byteSize: number;
  /** In pixels; null where there are none. */
  width: number | null;
  height: number | null;
  /** The name of a document; of anything else empty. */
  name: string;
};

/** A medium in something that shows it. */
export type AttachedMedia = Media & {
  /** What it is to who does not see it; empty for decoration. */
  alt: string;
  /** Says nothing by itself: readers are not told of it. */
  decorative: boolean;
};

/** What can show a medium. */
export type MediaOwner = { kind: "announcement" | "occurrence" | "template" | "message"; id: string };
