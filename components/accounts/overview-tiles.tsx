import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { formatNumber } from "@/lib/platform/i18n/format";
import type { Overview } from "@/lib/tenants/types";

/** The numbers of now, each a way to where they come from. */
export async function OverviewTiles({ slug, overview }: { slug: string; overview: Overview }) {
  const [t, locale] = await Promise.all([getTranslations("accounts.home"), getLocale()]);
  const tiles = [
    { label: t("communities"), value: overview.communities, href: "communities" },
    { label: t("people"), value: overview.people, href: "members" },
    { label: t("scheduled"), value: overview.scheduled, href: "announcements" },
    { label: t("feedback"), value: overview.openFeedback, href: "feedback" },
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
