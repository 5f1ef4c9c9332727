import { Download, ExternalLink } from "lucide-react";
import { getLocale, getTranslations } from "next-intl/server";
import { Badge, type Shape, type Tone } from "@/components/ui/badge";
import { Icon } from "@/components/ui/icon";
import { Table, type TableRow } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import type { Invoice, InvoiceStatus } from "@/lib/billing/types";
import { formatMoney } from "@/lib/shared/money";

const badges: Record<InvoiceStatus, { tone: Tone; shape: Shape }> = {
  draft: { tone: "neutral", shape: "empty" },
  open: { tone: "info", shape: "half" },
  paid: { tone: "success", shape: "full" },
  void: { tone: "neutral", shape: "cross" },
  uncollectible: { tone: "danger", shape: "cross" },
};

type InvoiceTableProps = { slug: string; invoices: readonly Invoice[]; zone: string };

/** The five columns of B3. Both links are routes of ours, which never die (X31). */
export async function InvoiceTable({ slug, invoices, zone }: InvoiceTableProps) {
  const [t, locale] = await Promise.all([getTranslations("billing.invoices"), getLocale()]);
  const row = (invoice: Invoice): TableRow => ({
    key: invoice.id,
    cells: {
      plan: (
        <span className="inline-flex flex-wrap items-center gap-x-2.5 gap-y-1">
          {invoice.plan}
          <Badge {...badges[invoice.status]}>{t(`status.${invoice.status}`)}</Badge>
        </span>
      ),
      amount: formatMoney(invoice.amount, locale),
      ...links(invoice),
      date: invoice.issuedAt ? (
        <Time at={invoice.issuedAt} zone={zone} kind="date" />
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
        { key: "date", header: t("columns.date") },
      ]}
      rows={invoices.map(row)}
      empty={t("empty")}
    />
  );
}

function NotIssued({ text }: { text: string }) {
  return <span className="text-ink2">{text}</span>;
}
