import { FileText, Film } from "lucide-react";
import type { MediaItem } from "@/components/media/media-item";
import { cx } from "@/components/ui/cx";
import { Icon } from "@/components/ui/icon";

type MediaPreviewProps = { items: readonly MediaItem[]; mediaPath: string };

/** What an announcement shows, on the phone of the preview: for the eye; its words are in the field beside it. */
export function MediaPreview({ items, mediaPath }: MediaPreviewProps) {
  const shown = items.filter(({ error }) => !error);
  if (shown.length === 0) return null;
  return (
    <div aria-hidden="true" className={cx("-mx-1.5 mb-1.5 grid gap-1", shown.length > 1 && "grid-cols-2")}>
      {shown.map((item) => (
        <Piece key={item.key} item={item} mediaPath={mediaPath} isAlone={shown.length === 1} />
      ))}
    </div>
  );
}

type PieceProps = { item: MediaItem; mediaPath: string; isAlone: boolean };

function Piece({ item: { media, localUrl, name }, mediaPath, isAlone }: PieceProps) {
  const src = localUrl ?? (media?.kind === "image" ? `${mediaPath}/${media.id}?size=640` : null);
  const look = cx("w-full rounded-control object-cover", isAlone ? "max-h-64" : "aspect-square");
  // biome-ignore lint/performance/noImgElement: a picture of the browser's own, or one whose rights are looked at on every fetch.
  if (src) return <img src={src} alt="" className={look} />;
  return (
    <span className="flex min-h-12 items-center gap-2 rounded-control bg-sunken px-3 py-2 text-ink2 text-meta">
      <Icon of={media?.kind === "video" ? Film : FileText} size={20} />
      <span className="min-w-0 truncate">{name || media?.name}</span>
    </span>
  );
}
