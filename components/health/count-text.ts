import type { ShownCount } from "@/lib/communities/types";
import { formatNumber } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/locales";

/** A count as it may be read: few people are "<5". */
export function countText(count: ShownCount, locale: Locale): string {
  return count === "<5" ? count : formatNumber(count, locale);
}

/** A count as a plot draws it: null where it is not told. */
export function plotted(count: ShownCount): number | null {
  return count === "<5" ? null : count;
}
