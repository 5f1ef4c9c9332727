"use client";
import { useLocale, useTranslations } from "next-intl";
import type { Rehearsal } from "@/lib/delivery/types";
import { formatMoney } from "@/lib/shared/money";

/** What WhatsApp charges for a sending, with its countries and categories to open; nothing where nobody is charged for. */
export function CostNote({ cost }: { cost: Rehearsal["cost"] }) {
  const t = useTranslations("announcements.reach.cost");
  const locale = useLocale();
  const countries = new Intl.DisplayNames(locale, { type: "region" });
  const shown = (amountMinor: number) => formatMoney({ amountMinor, currency: cost.currency }, locale);
  if (cost.lines.length === 0) return null;
  const isPriced = cost.lines.some(({ amountMinor }) => amountMinor !== null);
  return (
    <details className="text-meta">
      <summary className="min-h-6 cursor-pointer">
        {isPriced ? t("about", { amount: shown(cost.amountMinor) }) : t("unknown")}
      </summary>
      <ul className="mt-1 grid gap-1 text-ink2">
        {cost.lines.map(({ callingCode, country, category, people, amountMinor }) => (
          <li key={`${callingCode} ${category}`} className="flex flex-wrap justify-between gap-x-4">
            <span>
              {t("line", {
                country: country ? (countries.of(country) ?? country) : `+${callingCode}`,
                category,
                count: people,
              })}
            </span>
            <span className="tabular-nums">{amountMinor === null ? t("noPrice") : shown(amountMinor)}</span>
          </li>
        ))}
      </ul>
      {cost.unpriced > 0 && <p className="mt-1 text-ink2">{t("unpriced", { count: cost.unpriced })}</p>}
    </details>
  );
}
