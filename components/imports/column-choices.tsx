import { getTranslations } from "next-intl/server";
import { SelectField } from "@/components/ui/form-fields";
import type { TableReview } from "@/lib/imports/types";

const FIELDS = ["name", "lastName", "phone", "email", "username", "tags", "birthday", "ignore"] as const;
const SAMPLES = 3;

type ColumnChoicesProps = { review: TableReview; own: readonly { key: string; name: string }[] };

/** One choice for each column, with what stands in its first rows. */
export async function ColumnChoices({ review: { columns, sample }, own }: ColumnChoicesProps) {
  const t = await getTranslations("imports.preview");
  return (
    <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
      {columns.map(({ column, index, field }) => {
        const loose = `field:${column.slice(0, 60)}`;
        const options = [
          ...FIELDS.map((value) => ({ value, label: t(`fields.${value}`) })),
          ...own.map(({ key, name }) => ({ value: `field:${key}`, label: t("fields.own", { name }) })),
          ...looseChoices(field, loose, own).map((value) => ({
            value,
            label: t("fields.custom", { column: value.slice("field:".length) }),
          })),
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

/** A field of the column's own name, or the one that was chosen before, where the tenant has defined neither. */
function looseChoices(chosen: string, loose: string, own: readonly { key: string }[]): string[] {
  const defined = new Set(own.map(({ key }) => `field:${key}`));
  const wanted = chosen.startsWith("field:") ? [loose, chosen] : [loose];
  return [...new Set(wanted)].filter((field) => !defined.has(field));
}
