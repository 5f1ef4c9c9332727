import { getTranslations } from "next-intl/server";
import { SelectField } from "@/components/ui/form-fields";
import type { TableReview } from "@/lib/imports/types";

const FIELDS = ["name", "lastName", "phone", "email", "username", "tags", "ignore"] as const;
const SAMPLES = 3;

/** One choice for each column, with what stands in its first rows. */
export async function ColumnChoices({ review: { columns, sample } }: { review: TableReview }) {
  const t = await getTranslations("imports.preview");
  return (
    <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
      {columns.map(({ column, index, field }) => {
        const own = `field:${column.replace(/[^\w-]+/gu, "_").slice(0, 60) || index}`;
        const options = [
          ...FIELDS.map((value) => ({ value, label: t(`fields.${value}`) })),
          { value: field.startsWith("field:") ? field : own, label: t("fields.custom", { column }) },
        ];
        const samples = sample.slice(0, SAMPLES).map(({ row, cells }) => ({ row, text: cells[index] ?? "" }));
        return (
          <li key={index} className="grid min-w-0 content-start gap-2 rounded-control border border-line p-3">
            <input type="hidden" name={`column-${index}`} value={column} />
            <SelectField name={`field-${index}`} label={column} options={options} defaultValue={field} />
            <ul className="grid gap-0.5 text-ink2 text-meta">
              {samples.map(({ row, text }) => (
                <li key={row} className="truncate">
                  {text || "–"}
                </li>
              ))}
            </ul>
          </li>
        );
      })}
    </ul>
  );
}
