"use client";
import { useTranslations } from "next-intl";
import type { BlockStart } from "./block-start";

/** What the announcement asks, below its words on the phone: for the eye, nothing to press. */
export function BlockPreview({ block: { kind, values } }: { block: BlockStart }) {
  const kinds = useTranslations("announcements.compose.blocks.kinds");
  if (kind === "") return null;
  const heading = values.question || values.title || values.prize || values.label;
  const lines =
    kind === "poll" ? (values.options ?? "").split("\n").filter((line) => line.trim() !== "") : [];
  return (
    <div className="mt-2 ml-auto grid max-w-[94%] gap-2 break-words rounded-card border border-line bg-surface px-3 py-2 text-body">
      <p className="text-caption text-ink2">{kinds(kind)}</p>
      {heading && <p className="font-semibold">{heading}</p>}
      {lines.length > 0 && (
        <ul className="grid gap-1">
          {lines.map((line) => (
            <li key={line} className="flex items-center gap-2">
              <span aria-hidden="true" className="size-4 rounded-pill border border-line-strong" />
              {line}
            </li>
          ))}
        </ul>
      )}
      {values.startsAt && <p className="text-meta">{values.startsAt.replace("T", " ")}</p>}
      {values.place && <p className="text-ink2 text-meta">{values.place}</p>}
    </div>
  );
}
