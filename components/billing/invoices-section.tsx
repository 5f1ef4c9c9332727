import { getTranslations } from "next-intl/server";
import { SectionCard } from "@/components/ui/card";
import { Pagination } from "@/components/ui/pagination";
import type { InvoiceSearch } from "@/lib/billing/schema";
import type { Invoice } from "@/lib/billing/types";
import { billingHref } from "./billing-href";
import { InvoiceFilters } from "./invoice-filters";
import { InvoiceTable } from "./invoice-table";

type InvoicesSectionProps = {
  slug: string;
  zone: string;
  chosen: InvoiceSearch;
  years: readonly number[];
  page: { data: readonly Invoice[]; nextCursor: string | null };
};

/** The invoices with their filters, their files and their pages; all of it is in the address. */
export async function InvoicesSection({ slug, zone, chosen, years, page }: InvoicesSectionProps) {
  const t = await getTranslations("billing.invoices");
  const { cursor, ...filters } = chosen;
  const isOldestFirst = filters.order === "oldest";
  const turned = { ...filters, order: isOldestFirst ? undefined : ("oldest" as const) };
  const href = (search: InvoiceSearch) => billingHref(slug, search, "invoices");
  return (
    <SectionCard id="invoices" title={t("title")}>
      {years.length > 0 && <InvoiceFilters slug={slug} chosen={chosen} years={years} />}
      <InvoiceTable
        slug={slug}
        invoices={page.data}
        zone={zone}
        sorted={{ direction: isOldestFirst ? "ascending" : "descending", turnHref: href(turned) }}
        isFiltered={Boolean(filters.year || filters.status)}
      />
      <Pagination
        firstHref={cursor && href(filters)}
        nextHref={page.nextCursor ? href({ ...filters, cursor: page.nextCursor }) : undefined}
      />
    </SectionCard>
  );
}
