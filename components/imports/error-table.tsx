import { getTranslations } from "next-intl/server";
import { buttonStyle } from "@/components/ui/button-style";
import { SectionCard } from "@/components/ui/card";
import { Table } from "@/components/ui/table";
import type { ImportView } from "@/lib/imports/types";

const SHOWN = 50;

/** What is wrong, line by line, and the same as a file. */
export async function ErrorTable({
  errors,
  downloadHref,
}: {
  errors: ImportView["errors"];
  downloadHref: string;
}) {
  const t = await getTranslations("imports");
  if (errors.length === 0) return null;
  return (
    <SectionCard
      id="errors"
      title={t("faults.title", { count: errors.length })}
      description={errors.length > SHOWN ? t("faults.first", { shown: SHOWN }) : t("faults.description")}
      actions={
        <a href={downloadHref} download className={buttonStyle("secondary", "sm")}>
          {t("faults.download")}
        </a>
      }
    >
      <Table
        caption={t("faults.caption")}
        columns={[
          { key: "row", header: t("faults.row"), align: "end" },
          { key: "column", header: t("faults.column") },
          { key: "message", header: t("faults.message"), phone: "line" },
        ]}
        rows={errors.slice(0, SHOWN).map(({ row, column, message, code }, index) => ({
          key: `${index}`,
          cells: {
            row: row === 0 ? t("faults.file") : row,
            column: column ?? "–",
            message: <span data-code={code}>{message}</span>,
          },
        }))}
      />
    </SectionCard>
  );
}
