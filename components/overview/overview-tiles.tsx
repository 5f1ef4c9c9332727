import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import type { OverviewCounts } from "@/lib/overview/types";
import { formatNumber } from "@/lib/platform/i18n/format";

/** The numbers of now, each a way to where they come from. */
export async function OverviewTiles({ slug, counts }: { slug: string; counts: OverviewCounts }) {
  const [t, locale] = await Promise.all([getTranslations("overview"), getLocale()]);
  const tiles = [
    { label: t("tiles.communities"), value: counts.communities, href: "communities" },
    { label: t("tiles.people"), value: counts.people, href: "members" },
    { label: t("tiles.scheduled"), value: counts.scheduled, href: "announcements" },
    { label: t("tiles.feedback"), value: counts.openFeedback, href: "feedback" },
  ];
  return (
    <ul className="mb-8 grid grid-cols-2 gap-3 lg:grid-cols-4">
      {tiles.map(({ label, value, href }) =>
        value === null ? null : (
          <li key={href}>
            <Link
              href={`/t/${slug}/${href}`}
              className="grid h-full content-between gap-2 rounded-card border border-line bg-surface p-4 hover:border-line-strong"
            >
              <span className="text-ink2 text-meta">{label}</span>
              <span className="font-display font-semibold text-figure tabular-nums">
                {formatNumber(value, locale)}
              </span>
            </Link>
          </li>
        ),
      )}
    </ul>
  );
}
