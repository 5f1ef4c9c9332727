import { Download, FileArchive } from "lucide-react";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { Button } from "@/components/ui/button";
import { buttonStyle } from "@/components/ui/button-style";
import { Field } from "@/components/ui/field";
import { Icon } from "@/components/ui/icon";
import { Select } from "@/components/ui/select";
import { INVOICE_STATUSES, type InvoiceSearch } from "@/lib/billing/schema";
import { billingHref, invoicesFileHref } from "./billing-href";

type InvoiceFiltersProps = { slug: string; chosen: InvoiceSearch; years: readonly number[] };

/** Year and status in the address, no script needed; what is chosen is also what the files hold. */
export async function InvoiceFilters({ slug, chosen, years }: InvoiceFiltersProps) {
  const t = await getTranslations("billing.invoices");
  const isFiltered = Boolean(chosen.year || chosen.status);
  return (
    <search data-print="hide" className="mb-4 flex flex-wrap items-end justify-between gap-3">
      <form
        method="get"
        action={billingHref(slug, {}, "invoices")}
        aria-label={t("filters")}
        className="flex flex-wrap items-end gap-3 max-sm:w-full max-sm:[&>*]:grow"
      >
        {chosen.order === "oldest" && <input type="hidden" name="order" value="oldest" />}
        <Field id="invoice-year" label={t("year")}>
          <Select
            id="invoice-year"
            name="year"
            defaultValue={chosen.year ?? ""}
            placeholder={t("anyYear")}
            options={years.map((year) => ({ value: String(year), label: String(year) }))}
          />
        </Field>
        <Field id="invoice-status" label={t("statusLabel")}>
          <Select
            id="invoice-status"
            name="status"
            defaultValue={chosen.status ?? ""}
            placeholder={t("anyStatus")}
            options={INVOICE_STATUSES.map((status) => ({ value: status, label: t(`status.${status}`) }))}
          />
        </Field>
        <Button type="submit">{t("apply")}</Button>
        {isFiltered && (
          <Link className="link self-center text-meta" href={billingHref(slug, {}, "invoices")}>
            {t("clear")}
          </Link>
        )}
      </form>
      <Files slug={slug} chosen={chosen} />
    </search>
  );
}

async function Files({ slug, chosen }: Pick<InvoiceFiltersProps, "slug" | "chosen">) {
  const t = await getTranslations("billing.invoices");
  const { year, status } = chosen;
  return (
    <div className="flex flex-wrap gap-2">
      <a className={buttonStyle("secondary")} href={invoicesFileHref(slug, { year, status }, "csv")}>
        <Icon of={Download} size={16} />
        {t("csv")}
      </a>
      <a className={buttonStyle("secondary")} href={invoicesFileHref(slug, { year, status }, "zip")}>
        <Icon of={FileArchive} size={16} />
        {t("zip")}
      </a>
    </div>
  );
}
