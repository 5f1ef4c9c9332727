import { Download, ExternalLink } from "lucide-react";
import { getLocale, getTranslations } from "next-intl/server";
import { Badge, type Shape, type Tone } from "@/components/ui/badge";
import { Icon } from "@/components/ui/icon";
import { Table, type TableColumn, type TableRow } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import { invoiceState } from "@/lib/billing/invoice-rules";
import type { Invoice, InvoiceState } from "@/lib/billing/types";
import { formatMoney } from "@/lib/shared/money";

const badges: Record<InvoiceState, { tone: Tone; shape: Shape }> = {
  draft: { tone: "neutral", shape: "empty" },
  open: { tone: "info", shape: "half" },
  paid: { tone: "success", shape: "full" },
  void: { tone: "neutral", shape: "cross" },
  uncollectible: { tone: "danger", shape: "cross" },
  credited: { tone: "warning", shape: "quarter" },
  refunded: { tone: "warning", shape: "empty" },
};

type InvoiceTableProps = {
  slug: string;
  invoices: readonly Invoice[];
  zone: string;
  sorted: NonNullable<TableColumn["sorted"]>;
  /** Whether a filter is why there are none. */
  isFiltered: boolean;
};

/** The five columns of B3. Both links are routes of ours, which never die (X31). */
export async function InvoiceTable({ slug, invoices, zone, sorted, isFiltered }: InvoiceTableProps) {
  const [t, locale] = await Promise.all([getTranslations("billing.invoices"), getLocale()]);
  const row = (invoice: Invoice): TableRow => ({
    key: invoice.id,
    cells: {
      plan: (
        <span className="inline-flex flex-wrap items-center gap-x-2.5 gap-y-1">
          {invoice.plan}
          <Badge {...badges[invoiceState(invoice)]}>{t(`status.${invoiceState(invoice)}`)}</Badge>
        </span>
      ),
      amount: <Amount invoice={invoice} locale={locale} />,
      ...links(invoice),
      date: invoice.issuedAt ? (
        <Time at={invoice.issuedAt} zone={zone} kind="date" className="whitespace-nowrap" />
      ) : (
        <NotIssued text={t("notIssued")} />
      ),
    },
  });
  const links = (invoice: Invoice) => {
    if (invoice.status === "draft") return { url: <NotIssued text="–" />, pdf: <NotIssued text="–" /> };
    const base = `/t/${slug}/billing/invoices/${invoice.id}`;
    const number = invoice.number ?? "";
    return {
      url: (
        <a className="link inline-flex items-center gap-1.5" href={`${base}/hosted`}>
          {t("open")} <span className="sr-only">{number}</span>
          <Icon of={ExternalLink} size={16} />
        </a>
      ),
      pdf: (
        <a className="link inline-flex items-center gap-1.5" href={`${base}/pdf`}>
          {t("pdf")} <span className="sr-only">{number}</span>
          <Icon of={Download} size={16} />
        </a>
      ),
    };
  };
  return (
    <Table
      caption={t("title")}
      columns={[
        { key: "plan", header: t("columns.plan"), phone: "title" },
        { key: "amount", header: t("columns.amount"), align: "end" },
        { key: "url", header: t("columns.url"), phone: "value" },
        { key: "pdf", header: t("columns.pdf"), phone: "value" },
        { key: "date", header: t("columns.date"), sorted },
      ]}
      rows={invoices.map(row)}
      empty={isFiltered ? t("noneMatch") : t("empty")}
    />
  );
}

/** The amount, and under it what is different about it: given back, or only a part still to pay. */
async function Amount({ invoice, locale }: { invoice: Invoice; locale: string }) {
  const t = await getTranslations("billing.invoices");
  const { amount, refunded, credited, due, status } = invoice;
  const notes = [
    refunded.amountMinor > 0 && t("refundedAmount", { amount: formatMoney(refunded, locale) }),
    credited.amountMinor > 0 && t("creditedAmount", { amount: formatMoney(credited, locale) }),
    status === "open" &&
      due.amountMinor !== amount.amountMinor &&
      t("dueAmount", { amount: formatMoney(due, locale) }),
  ].filter((note) => note !== false);
  return (
    <span className="inline-grid">
      {formatMoney(amount, locale)}
      {notes.map((note) => (
        <span key={note} className="text-caption text-ink2">
          {note}
        </span>
      ))}
    </span>
  );
}

function NotIssued({ text }: { text: string }) {
  return <span className="text-ink2">{text}</span>;
}
