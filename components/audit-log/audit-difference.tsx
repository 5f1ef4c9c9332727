import { getTranslations } from "next-intl/server";
import { Table } from "@/components/ui/table";
import type { AuditEvent } from "@/lib/audit-log/types";
import type { AuditWords } from "./audit-words";

type AuditDifferenceProps = { event: AuditEvent; words: AuditWords };

/** Each field that changed, as it was and as it is. */
export async function AuditDifference({ event, words }: AuditDifferenceProps) {
  const t = await getTranslations("audit");
  const { before, after, names } = event;
  const fields = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  if (fields.length === 0) return null;
  return (
    <Table
      caption={t("change")}
      columns={[
        { key: "field", header: t("field"), phone: "title" },
        ...(before ? [{ key: "before", header: t("before"), phone: "line" as const }] : []),
        ...(after ? [{ key: "after", header: t("after"), phone: "line" as const }] : []),
      ]}
      rows={fields.map((field) => ({
        key: field,
        cells: {
          field: words.field(field),
          before: <Side label={t("before")} text={words.value(field, before?.[field], names)} />,
          after: <Side label={t("after")} text={words.value(field, after?.[field], names)} />,
        },
      }))}
    />
  );
}

/** On phones each side says by itself which one it is. */
function Side({ label, text }: { label: string; text: string }) {
  return (
    <span className="break-words">
      <span className="text-ink2 text-meta sm:hidden">{label} </span>
      {text}
    </span>
  );
}
