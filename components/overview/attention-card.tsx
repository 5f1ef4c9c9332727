import { Clock, DoorOpen, Gauge, ShieldCheck, UserRound } from "lucide-react";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { SectionCard } from "@/components/ui/card";
import { Icon } from "@/components/ui/icon";
import { Meter } from "@/components/ui/meter";
import type { Overview } from "@/lib/overview/types";
import { formatRelative } from "@/lib/platform/i18n/format";

type AttentionCardProps = { slug: string; overview: Overview; now: Date };

/** What waits for somebody of the team: people at the door, what they ask about their data (P16), feedback past its date (F4), rooms that fill up (L11), places that hang on one person (H9). */
export async function AttentionCard({ slug, overview, now }: AttentionCardProps) {
  const [t, centre, locale] = await Promise.all([
    getTranslations("overview.attention"),
    getTranslations("privacy.centre"),
    getLocale(),
  ]);
  const { waiting, overdue, nearLimits, lone, privacy } = overview;
  const asked = privacy !== null && privacy.pending > 0 ? privacy : null;
  const isCalm = waiting.length + overdue.length + nearLimits.length + lone.length === 0 && !asked;
  return (
    <SectionCard id="attention" title={t("title")}>
      {isCalm ? (
        <p className="text-ink2">{t("calm")}</p>
      ) : (
        <ul className="-my-3 divide-y divide-line">
          {asked && (
            <Row icon={ShieldCheck} href={`/t/${slug}/settings/privacy`} title={centre("title")}>
              {t("privacy", asked)}
            </Row>
          )}
          {waiting.map(({ communityId, name, count }) => (
            <Row
              key={communityId}
              icon={DoorOpen}
              href={`/t/${slug}/communities/${communityId}/invites`}
              title={name}
            >
              {t("waiting", { count })}
            </Row>
          ))}
          {overdue.map(({ id, title, dueAt }) => (
            <Row key={id} icon={Clock} href={`/t/${slug}/feedback/${id}`} title={title}>
              {t("overdue", { when: dueAt ? formatRelative(dueAt, now, locale) : "" })}
            </Row>
          ))}
          {nearLimits.map(({ limit, communityId, groupId, name, value, max }) => (
            <Row
              key={`${limit}-${groupId ?? communityId}`}
              icon={Gauge}
              href={`/t/${slug}/communities/${communityId}${groupId ? `/groups/${groupId}` : ""}`}
              title={name}
            >
              <Meter label={t(`limits.${limit}`)} value={value} max={max} className="max-w-sm" />
            </Row>
          ))}
          {lone.map(({ communityId, groupId, communityName, groupName, active }) => (
            <Row
              key={`lone-${groupId ?? communityId}`}
              icon={UserRound}
              href={`/t/${slug}/communities/${communityId}${groupId ? `/groups/${groupId}` : "/settings"}#succession`}
              title={groupName ?? communityName}
            >
              {t(active === 0 ? "lone.none" : "lone.one")}
            </Row>
          ))}
        </ul>
      )}
    </SectionCard>
  );
}

type RowProps = { icon: typeof Clock; href: string; title: string; children: ReactNode };

function Row({ icon, href, title, children }: RowProps) {
  return (
    <li className="relative flex items-start gap-3 py-3">
      <span className="grid size-9 shrink-0 place-items-center rounded-control bg-telha-soft text-telha-ink">
        <Icon of={icon} />
      </span>
      <div className="grid min-w-0 grow gap-0.5">
        <Link href={href} className="break-words font-semibold after:absolute after:inset-0 hover:underline">
          {title}
        </Link>
        <div className="text-ink2 text-meta">{children}</div>
      </div>
    </li>
  );
}
