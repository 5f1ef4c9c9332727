"use client";
import { MediaView } from "@/components/media/media-view";
import type { AttachedMedia } from "@/lib/media/types";
import { useRoomPlace } from "./room-context";
import { useRoomTexts } from "./room-texts";

/** What a message shows. A picture of which nobody said what it is, is said to be one. */
export function MessageMedia({ media }: { media: readonly AttachedMedia[] }) {
  const t = useRoomTexts();
  const { slug } = useRoomPlace();
  if (media.length === 0) return null;
  const told = media.map((one) => ({
    ...one,
    alt: one.alt || (one.kind === "document" || one.decorative ? "" : t("untold")),
  }));
  return (
    <div className="my-1 w-72 max-w-full">
      <MediaView path={`/media/${slug}`} media={told} documentLabel={t("mediaUnnamed")} />
    </div>
  );
}
