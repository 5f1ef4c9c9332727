import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { Badge } from "@/components/ui/badge";
import { Time } from "@/components/ui/time";
import type { RegisterEntry } from "@/lib/consent/types";

type LedgerListProps = { slug: string; entries: readonly RegisterEntry[]; zone: string };

/** What people said, each with its proof: who, to what, by which text, when and from where, and its place in the chain. */
export async function LedgerList({ slug, entries, zone }: LedgerListProps) {
  const [t, words, requests] = await Promise.all([
    getTranslations("privacy.register"),
    getTranslations("consent"),
    getTranslations("privacy.requests"),
  ]);
  return (
    <ol
      aria-label={t("list")}
      className="grid divide-y divide-line overflow-hidden rounded-card border border-line bg-surface"
    >
      {entries.map((entry) => (
        <li
          key={entry.id}
          className="grid gap-x-4 gap-y-1 px-4 py-3 md:grid-cols-[minmax(0,1fr)_minmax(0,1.4fr)_auto] md:items-center"
        >
          <span className="min-w-0 break-words font-semibold">
            {entry.name === null ? (
              requests("erased")
            ) : (
              <Link className="link" href={`/t/${slug}/members/${entry.memberId}`}>
                {entry.name}
              </Link>
            )}
          </span>
          <span className="grid min-w-0 gap-0.5">
            <span className="flex flex-wrap items-center gap-2">
              <Badge tone={entry.granted ? "success" : "danger"} shape={entry.granted ? "full" : "cross"}>
                {words(entry.granted ? "granted" : "refused")}
              </Badge>
              {words(`channels.${entry.channel}`)} · {words(`purposes.${entry.purpose}`)}
            </span>
            <Proof entry={entry} />
          </span>
          <span className="text-ink2 text-meta md:text-right">
            <Time at={new Date(entry.at)} zone={zone} />
            <span className="block" title={entry.hash ?? undefined}>
              {entry.position === null ? t("loose") : t("number", { position: entry.position })}
            </span>
          </span>
        </li>
      ))}
    </ol>
  );
}

/** How it was learned: the source, the text that was seen, and the address. */
async function Proof({ entry: { source, wordingVersion, origin } }: { entry: RegisterEntry }) {
  const t = await getTranslations("privacy.register");
  const parts = [
    source,
    wordingVersion && t("wording", { version: wordingVersion }),
    origin && t("from_address", { origin }),
  ];
  return <span className="break-words text-ink2 text-meta">{parts.filter(Boolean).join(" · ")}</span>;
}
