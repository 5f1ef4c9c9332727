import { FileText } from "lucide-react";
import { Icon } from "@/components/ui/icon";
import type { AttachedMedia } from "@/lib/media/types";

type MediaViewProps = {
  /** Where they are fetched, without the id: `/media/{slug}`. */
  path: string;
  media: readonly AttachedMedia[];
  /** What a document is called that has no name. */
  documentLabel: string;
};

/** What something shows: pictures and films in a grid, documents as links below. */
export function MediaView({ path, media, documentLabel }: MediaViewProps) {
  const seen = media.filter(({ kind }) => kind !== "document");
  const documents = media.filter(({ kind }) => kind === "document");
  if (media.length === 0) return null;
  return (
    <div className="grid gap-2">
      {seen.length > 0 && (
        <div className={seen.length > 1 ? "grid grid-cols-2 gap-1.5" : "grid"}>
          {seen.map((one) => (
            <Shown key={one.id} path={path} one={one} isAlone={seen.length === 1} />
          ))}
        </div>
      )}
      {documents.map(({ id, name, alt }) => (
        <a
          key={id}
          href={`${path}/${id}`}
          className="flex min-h-11 items-center gap-2.5 rounded-control border border-line px-3 py-2 text-control hover:bg-sunken"
        >
          <Icon of={FileText} size={20} />
          <span className="min-w-0 break-words">
            <span className="link">{name || documentLabel}</span>
            {alt && <span className="block text-ink2 text-meta">{alt}</span>}
          </span>
        </a>
      ))}
    </div>
  );
}

type ShownProps = { path: string; one: AttachedMedia; isAlone: boolean };

function Shown({ path, one: { id, kind, alt, width, height }, isAlone }: ShownProps) {
  const sides = { ...(width ? { width } : {}), ...(height ? { height } : {}) };
  const shape = isAlone ? "max-h-[32rem] object-contain" : "aspect-square object-cover";
  const look = `h-auto w-full rounded-control bg-sunken ${shape}`;
  if (kind === "video")
    return (
      <video
        src={`${path}/${id}`}
        controls
        preload="metadata"
        className={look}
        aria-label={alt || undefined}
        {...sides}
      />
    );
  const picture = (
    // biome-ignore lint/performance/noImgElement: sizes are made at upload, and rights are looked at on every fetch.
    <img
      src={`${path}/${id}?size=640`}
      srcSet={`${path}/${id}?size=640 640w, ${path}/${id} 1600w`}
      sizes={isAlone ? "(min-width: 48rem) 40rem, 100vw" : "50vw"}
      alt={alt}
      loading="lazy"
      className={look}
      {...sides}
    />
  );
  // What says nothing is nothing to open either.
  return alt === "" ? picture : <a href={`${path}/${id}`}>{picture}</a>;
}
