import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { SectionCard } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { Time } from "@/components/ui/time";
import { headlineOf } from "@/lib/announcements/format/headline";
import type { Announcement } from "@/lib/announcements/types";
import { formatRelative } from "@/lib/platform/i18n/format";

type UpcomingCardProps = {
  slug: string;
  announcements: readonly Announcement[];
  zone: string;
  now: Date;
  mayWrite: boolean;
};

/** What goes out next, and when. */
export async function UpcomingCard({ slug, announcements, zone, now, mayWrite }: UpcomingCardProps) {
  const [t, locale] = await Promise.all([getTranslations("overview.upcoming"), getLocale()]);
  return (
    <SectionCard id="upcoming" title={t("title")}>
      {announcements.length === 0 ? (
        <div className="grid justify-items-start gap-3">
          <p className="text-ink2">{t("empty")}</p>
          {mayWrite && <LinkButton href={`/t/${slug}/announcements/new`}>{t("write")}</LinkButton>}
        </div>
      ) : (
        <ul className="-my-3 divide-y divide-line">
          {announcements.map(({ id, body, dueAt }) => (
            <li key={id} className="relative grid gap-0.5 py-3">
              <Link
                href={`/t/${slug}/announcements/${id}`}
                className="line-clamp-2 break-words font-semibold after:absolute after:inset-0 hover:underline"
              >
                {headlineOf(body)}
              </Link>
              {dueAt && (
                <p className="text-ink2 text-meta">
                  <Time at={dueAt} zone={zone} /> · {formatRelative(dueAt, now, locale)}
                </p>
              )}
            </li>
          ))}
        </ul>
      )}
    </SectionCard>
  );
}
