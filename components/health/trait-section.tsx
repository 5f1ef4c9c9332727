import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Card } from "@/components/ui/card";
import type { RowsKind, Trait } from "@/lib/health/rules";
import type { Ratio } from "@/lib/health/types";
import { formatPercent } from "@/lib/platform/i18n/format";

type TraitSectionProps = {
  trait: Trait;
  /** The number that stands for it. */
  headline: string;
  /** Where the rows behind it are, for who may see them. */
  rows: readonly { kind: RowsKind; href: string }[];
  children: ReactNode;
};

/** One trait of a community: what it is in plain words, its number, its plot, and the way to the rows behind it. */
export async function TraitSection({ trait, headline, rows, children }: TraitSectionProps) {
  const t = await getTranslations("health");
  return (
    <Card className="min-w-0">
      <section aria-labelledby={trait} className="grid gap-3">
        <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
          <h3 id={trait} className="text-h3">
            {t(`${trait}.title`)}
          </h3>
          <p className="font-semibold text-h2 tabular-nums">{headline}</p>
        </div>
        <p className="text-meta text-ink2">{t(`${trait}.definition`)}</p>
        {children}
        {rows.length > 0 && (
          <p className="flex flex-wrap gap-x-4 gap-y-1">
            {rows.map(({ kind, href }) => (
              <Link key={kind} href={href} className="link text-control">
                {t(`rows.${kind}.open`)}
              </Link>
            ))}
          </p>
        )}
      </section>
    </Card>
  );
}

/** The share of a trait, or why there is none. */
export async function headlineOf({ share, whole }: Ratio): Promise<string> {
  const [t, locale] = await Promise.all([getTranslations("health"), getLocale()]);
  if (share !== null) return formatPercent(share, locale);
  return whole === 0 ? "—" : t("few");
}

/** A trait in a sentence: how many of how many, the share, and that of the time before. */
export async function sentenceOf(
  told: string,
  { share, before, whole }: Ratio,
  days: number,
): Promise<string> {
  const [t, locale] = await Promise.all([getTranslations("health"), getLocale()]);
  if (whole === 0) return t("nothing");
  if (share === null) return t("tooFew", { told });
  const now = t("sentence", { told, share: formatPercent(share, locale) });
  return before === null ? now : `${now} ${t("before", { days, share: formatPercent(before, locale) })}`;
}
