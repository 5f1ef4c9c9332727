import {
  CircleCheck,
  CircleX,
  DoorOpen,
  Eye,
  Lightbulb,
  LogOut,
  Megaphone,
  ShieldCheck,
  ShieldMinus,
  StickyNote,
  UserPlus,
  UserX,
  Vote,
} from "lucide-react";
import { getTranslations } from "next-intl/server";
import { SectionCard } from "@/components/ui/card";
import { Icon } from "@/components/ui/icon";
import { Time } from "@/components/ui/time";
import type { TimelineEntry, TimelineKind } from "@/lib/timeline/types";
import { type ListHrefs, ListLinks } from "./list-links";

const LOOKS: Record<TimelineKind, typeof Eye> = {
  created: UserPlus,
  joined: DoorOpen,
  left: LogOut,
  removed: UserX,
  promoted: ShieldCheck,
  demoted: ShieldMinus,
  announcement_got: Megaphone,
  announcement_read: Eye,
  answered: Vote,
  feedback: Lightbulb,
  consent_granted: CircleCheck,
  consent_refused: CircleX,
  note: StickyNote,
};

type MemberTimelineProps = {
  slug: string;
  entries: readonly TimelineEntry[];
  hrefs: ListHrefs;
  zone: string;
};

/** What happened with a person, newest first. */
export async function MemberTimeline({ slug, entries, hrefs, zone }: MemberTimelineProps) {
  const t = await getTranslations("timeline");
  return (
    <SectionCard id="timeline" title={t("title")} description={t("description")}>
      {entries.length === 0 && <p className="text-ink2">{t("none")}</p>}
      <ol className="grid gap-4">
        {entries.map((entry) => (
          <li key={`${entry.kind}${entry.at.toISOString()}${entry.subjectId}${entry.detail}`}>
            <Entry slug={slug} entry={entry} zone={zone} />
          </li>
        ))}
      </ol>
      <ListLinks hrefs={hrefs} more={t("more")} first={t("first")} />
    </SectionCard>
  );
}

type EntryProps = { slug: string; entry: TimelineEntry; zone: string };

async function Entry({ slug, entry, zone }: EntryProps) {
  const href = hrefOf(slug, entry);
  return (
    <div className="grid grid-cols-[1.75rem_minmax(0,1fr)] gap-x-3">
      <span className="grid size-7 place-items-center rounded-pill bg-sunken text-ink2">
        <Icon of={LOOKS[entry.kind]} size={16} />
      </span>
      <div className="grid min-w-0 gap-0.5">
        <p className="break-words">
          <Words entry={entry} />
        </p>
        {entry.text && entry.kind !== "created" && !isRoom(entry.kind) && (
          <p className="line-clamp-2 whitespace-pre-wrap break-words text-ink2 text-meta">
            {href ? (
              <a className="link" href={href}>
                {entry.text}
              </a>
            ) : (
              entry.text
            )}
          </p>
        )}
        <p className="text-ink2 text-meta">
          <Time at={entry.at} zone={zone} />
        </p>
      </div>
    </div>
  );
}

/** What happened as a sentence without a subject: the person is the page. */
async function Words({ entry: { kind, text, detail } }: { entry: TimelineEntry }) {
  const [t, consent] = await Promise.all([getTranslations("timeline"), getTranslations("consent")]);
  if (kind === "created") {
    const source = (["import", "invite", "api", "sign_up", "chat"] as const).find((each) => each === detail);
    return t(`sources.${source ?? "staff"}`, { file: text ?? "" });
  }
  if (isRoom(kind)) return t(`kinds.${kind}`, { room: text ?? t("goneRoom") });
  if (kind === "note") return t("kinds.note", { author: detail || t("nobody") });
  if (kind === "consent_granted" || kind === "consent_refused") {
    const [channel = "", purpose = ""] = (detail ?? "").split(" ");
    return t(`kinds.${kind}`, {
      channel: consent(`channels.${channel}` as "channels.all"),
      purpose: consent(`purposes.${purpose}` as "purposes.service"),
    });
  }
  return t(`kinds.${kind}`);
}

function isRoom(kind: TimelineKind): kind is "joined" | "left" | "removed" | "promoted" | "demoted" {
  return ["joined", "left", "removed", "promoted", "demoted"].includes(kind);
}

function hrefOf(slug: string, { kind, subjectId }: TimelineEntry): string | null {
  if (subjectId === null) return null;
  if (kind === "announcement_got" || kind === "announcement_read" || kind === "answered")
    return `/t/${slug}/announcements/${subjectId}`;
  return kind === "feedback" ? `/t/${slug}/feedback/${subjectId}` : null;
}
