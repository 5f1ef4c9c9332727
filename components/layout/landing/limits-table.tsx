import { getLocale, getTranslations } from "next-intl/server";
import { Table } from "@/components/ui/table";
import { formatNumber } from "@/lib/platform/i18n/format";

// WhatsApp communities as of 2026; each is a setting per tenant in the product (L1–L6).
const limits = [
  { key: "group", max: 1024 },
  { key: "groups", max: 21 },
  { key: "community", max: 21_504 },
  { key: "announce", max: 5000 },
  { key: "name", max: 100 },
] as const;

export async function LimitsTable() {
  const t = await getTranslations("site.limits");
  const locale = await getLocale();
  return (
    <section aria-labelledby="limits" className="grid gap-5">
      <div className="grid gap-1.5">
        <h2 id="limits" className="text-h1">
          {t("title")}
        </h2>
        <p className="max-w-[60ch] text-ink2 text-lead">{t("lead")}</p>
      </div>
      <Table
        caption={t("title")}
        columns={[
          { key: "what", header: t("columns.what"), phone: "title" },
          { key: "limit", header: t("columns.limit"), align: "end" },
          { key: "help", header: t("columns.help"), phone: "line" },
        ]}
        rows={limits.map(({ key, max }) => ({
          key,
          cells: {
            what: <span className="font-medium">{t(`rows.${key}.what`)}</span>,
            limit: <span className="font-bold font-display text-lead">{formatNumber(max, locale)}</span>,
            help: <span className="text-ink2">{t(`rows.${key}.help`)}</span>,
          },
        }))}
      />
    </section>
  );
}
