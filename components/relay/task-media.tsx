import { Download } from "lucide-react";
import { buttonStyle } from "@/components/ui/button-style";
import { Icon } from "@/components/ui/icon";
import { captionOf } from "@/lib/media/rules";
import type { AttachedMedia } from "@/lib/media/types";

type TaskMediaProps = {
  /** Where they are fetched, without the id. */
  path: string;
  media: readonly AttachedMedia[];
  /** What a download of the n-th is called. */
  label: (number: number) => string;
};

/** What is posted with the words: to be looked at, and downloaded as JPEG, which every phone can post. */
export function TaskMedia({ path, media, label }: TaskMediaProps) {
  if (media.length === 0) return null;
  return (
    <ul className="grid gap-2">
      {media.map((one, place) => (
        <li key={one.id} className="flex flex-wrap items-center gap-3">
          {one.kind === "image" && (
            // biome-ignore lint/performance/noImgElement: rights are looked at on every fetch.
            <img
              src={`${path}/${one.id}?size=640`}
              alt={one.alt}
              loading="lazy"
              className="size-20 rounded-chip bg-sunken object-cover"
            />
          )}
          <div className="grid min-w-0 grow gap-1">
            {one.kind !== "image" && <p className="break-words text-meta">{captionOf(one)}</p>}
            <a
              href={`${path}/${one.id}?as=jpeg`}
              download={one.name || `${place + 1}.${EXTENSIONS[one.kind]}`}
              className={buttonStyle("secondary", "lg")}
            >
              <Icon of={Download} size={20} />
              {label(place + 1)}
            </a>
          </div>
        </li>
      ))}
    </ul>
  );
}

const EXTENSIONS = { image: "jpg", video: "mp4", document: "pdf" } as const;
