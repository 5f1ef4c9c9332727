import { getTranslations } from "next-intl/server";
import { Badge } from "@/components/ui/badge";
import type { SightReason, SightViewer } from "@/lib/privacy/types";

type Viewer = SightViewer & { change?: "gained" | "lost" };
type SightListProps = { slug: string; viewers: readonly Viewer[] };

/** Who saw a person, each with the rules and rooms that let them. */
export async function SightList({ slug, viewers }: SightListProps) {
  const t = await getTranslations("privacy.travel");
  return (
    <ol
      aria-label={t("people")}
      className="grid divide-y divide-line overflow-hidden rounded-card border border-line bg-surface"
    >
      {viewers.map((viewer, index) => (
        <li
          // Whoever has no id is told apart by the place in this page alone.
          // biome-ignore lint/suspicious/noArrayIndexKey: the page is drawn once
          key={index}
          className="grid gap-x-4 gap-y-1 px-4 py-3 md:grid-cols-[minmax(0,1fr)_minmax(0,2fr)]"
        >
          <span className="flex min-w-0 flex-wrap items-center gap-2 break-words font-semibold">
            <Who slug={slug} viewer={viewer} />
            {viewer.change && (
              <Badge
                tone={viewer.change === "gained" ? "success" : "danger"}
                shape={viewer.change === "gained" ? "full" : "cross"}
              >
                {t(viewer.change)}
              </Badge>
            )}
          </span>
          <ul className="grid gap-0.5 text-ink2 text-meta">
            {viewer.reasons.map((reason) => (
              <li key={`${reason.rule}-${reason.roomId}`} className="break-words">
                <Reason reason={reason} />
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}

async function Who({ slug, viewer: { kind, id, name } }: { slug: string; viewer: Viewer }) {
  const t = await getTranslations("privacy.travel");
  if (name === null) return t("unknown");
  if (kind === "staff")
    return (
      <>
        {name} <Badge>{t("staff")}</Badge>
      </>
    );
  return (
    <a className="link" href={`/t/${slug}/members/${id}`}>
      {name}
    </a>
  );
}

/** A rule in words, with its room. */
async function Reason({ reason: { rule, roomName } }: { reason: SightReason }) {
  const t = await getTranslations("privacy.reasons");
  return t(rule, { room: roomName ?? "" });
}
