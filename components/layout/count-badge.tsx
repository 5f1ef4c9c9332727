import { getLocale } from "next-intl/server";
import { cx } from "@/components/ui/cx";
import { formatNumber } from "@/lib/platform/i18n/format";

/** A small number beside a name; nothing when there is nothing to count. */
export async function CountBadge({ count, className }: { count: number | undefined; className?: string }) {
  if (!count) return null;
  const locale = await getLocale();
  return (
    <span
      className={cx(
        "ml-auto min-w-5 rounded-pill bg-telha-soft px-1.5 text-center font-semibold text-caption text-telha-ink leading-5",
        className,
      )}
    >
      {count > 99 ? `${formatNumber(99, locale)}+` : formatNumber(count, locale)}
    </span>
  );
}
