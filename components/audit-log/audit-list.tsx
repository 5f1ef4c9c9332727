import { ChevronRight } from "lucide-react";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { Icon } from "@/components/ui/icon";
import type { AuditEvent } from "@/lib/audit-log/types";
import { formatDateTime } from "@/lib/platform/i18n/format";
import { AuditDifference } from "./audit-difference";
import { auditHref } from "./audit-href";
import { type AuditWords, auditWords } from "./audit-words";

type AuditListProps = { base: string; events: readonly AuditEvent[]; zone: string };

/** The acts, newest first; each folds out to its difference. Works without script. */
export async function AuditList({ base, events, zone }: AuditListProps) {
  const [t, words] = await Promise.all([getTranslations("audit"), auditWords(zone)]);
  return (
    <ol
      aria-label={t("events")}
      className="grid divide-y divide-line overflow-hidden rounded-card border border-line bg-surface"
    >
      {events.map((event) => (
        <li key={event.id} data-action={event.action}>
          <details className="group">
            <summary className="grid min-h-12 cursor-pointer list-none grid-cols-[20px_minmax(0,1fr)] items-center gap-x-3 gap-y-0.5 px-4 py-2.5 hover:bg-sunken/60 md:grid-cols-[20px_minmax(0,1.6fr)_minmax(0,1fr)_auto]">
              <Icon
                of={ChevronRight}
                size={16}
                className="text-ink2 transition-transform duration-120 group-open:rotate-90"
              />
              <span className="min-w-0 break-words">
                <span className="font-medium">{words.action(event)}</span>
                <span className="text-ink2"> · {words.subject(event)}</span>
              </span>
              <span className="min-w-0 break-words text-meta max-md:col-start-2">{words.actor(event)}</span>
              <When event={event} zone={zone} />
            </summary>
            <Details base={base} event={event} words={words} />
          </details>
        </li>
      ))}
    </ol>
  );
}

/** In the tenant's zone; the title has UTC. */
async function When({ event, zone }: { event: AuditEvent; zone: string }) {
  const locale = await getLocale();
  return (
    <time
      dateTime={event.at.toISOString()}
      title={`${formatDateTime(event.at, { locale, zone: "UTC" }, "long")} UTC`}
      className="text-ink2 text-meta tabular-nums max-md:col-start-2"
    >
      {formatDateTime(event.at, { locale, zone })}
    </time>
  );
}

type DetailsProps = { base: string; event: AuditEvent; words: AuditWords };

async function Details({ base, event, words }: DetailsProps) {
  const t = await getTranslations("audit");
  const { details, names, actor, subject } = event;
  const person = actor.userId ?? actor.id;
  return (
    <div className="grid gap-4 border-line border-t bg-bg px-4 py-4 md:pl-[52px]">
      <AuditDifference event={event} words={words} />
      {Object.keys(details).length > 0 && (
        <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1 text-meta">
          {Object.entries(details).map(([field, value]) => (
            <div key={field} className="contents">
              <dt className="text-ink2">{words.field(field)}</dt>
              <dd className="break-words">{words.value(field, value, names)}</dd>
            </div>
          ))}
        </dl>
      )}
      <p className="flex flex-wrap gap-x-4 gap-y-1.5 text-meta">
        {subject.id && (
          <Link href={auditHref(base, { subject: subject.id })} className="link">
            {t("follow")}
          </Link>
        )}
        {person && (
          <Link href={auditHref(base, { actor: person })} className="link">
            {t("byActor")}
          </Link>
        )}
        {event.ip && <span className="text-ink2">{t("from_address", { ip: event.ip })}</span>}
        <span className="text-ink2">
          {event.position === null ? t("loose") : t("number", { position: event.position })}
        </span>
      </p>
    </div>
  );
}
