import { getLocale, getTranslations } from "next-intl/server";
import { Badge, type Tone } from "@/components/ui/badge";
import { SectionCard } from "@/components/ui/card";
import { formatDate } from "@/lib/platform/i18n/format";
import type { Transfer, TransferStatus } from "@/lib/tenant-life/types";

const tones: Record<TransferStatus, Tone> = {
  pending: "info",
  accepted: "success",
  declined: "warning",
  withdrawn: "neutral",
  expired: "neutral",
};

/** The proposals that there were, newest first. */
export async function TransferList({ transfers, zone }: { transfers: readonly Transfer[]; zone: string }) {
  const [t, locale] = await Promise.all([getTranslations("tenantLife.ownership"), getLocale()]);
  if (transfers.length === 0) return null;
  const day = (instant: Date) => ({ date: formatDate(instant, { locale, zone }) });
  return (
    <SectionCard id="proposals" title={t("history")}>
      <ul className="grid divide-y divide-line">
        {transfers.map(({ id, from, to, status, createdAt, expiresAt, closedAt }) => (
          <li
            key={id}
            className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1.5 py-3 first:pt-0 last:pb-0"
          >
            <span className="grid min-w-0">
              <span className="break-words font-medium">
                {t("between", { from: from.name, to: to.name })}
              </span>
              <span className="text-ink2 text-meta">
                {t("on", day(createdAt))} ·{" "}
                {closedAt ? t("closed", day(closedAt)) : t("until", day(expiresAt))}
              </span>
            </span>
            <Badge tone={tones[status]}>{t(`status.${status}`)}</Badge>
          </li>
        ))}
      </ul>
    </SectionCard>
  );
}
