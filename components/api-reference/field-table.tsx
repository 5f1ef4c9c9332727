import { Table } from "@/components/ui/table";

export type ReferenceFieldView = { name: string; type: string; required: boolean; description: string };
type FieldTexts = { name: string; type: string; required: string; yes: string; no: string };
type FieldTableProps = { caption: string; fields: readonly ReferenceFieldView[]; texts: FieldTexts };

/** The fields of a body, a query or an answer. */
export function FieldTable({ caption, fields, texts }: FieldTableProps) {
  const columns = [
    { key: "name", header: texts.name, phone: "title" as const },
    { key: "type", header: texts.type, phone: "value" as const },
    { key: "required", header: texts.required, phone: "value" as const },
  ];
  const rows = fields.map(({ name, type, required, description }) => ({
    key: name,
    cells: {
      name: <code className="font-semibold">{name}</code>,
      type: (
        <span lang="en">
          <code className="break-words text-meta">{type}</code>
          {description && <span className="block text-ink2 text-meta">{description}</span>}
        </span>
      ),
      required: required ? texts.yes : texts.no,
    },
  }));
  return <Table caption={caption} columns={columns} rows={rows} />;
}
