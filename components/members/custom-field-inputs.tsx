import { getTranslations } from "next-intl/server";
import { SelectField, TextField } from "@/components/ui/form-fields";
import type { FieldDefinition, FieldValue } from "@/lib/fields/types";

type CustomFieldInputsProps = {
  fields: readonly FieldDefinition[];
  values: Record<string, FieldValue>;
};

/** One input for each field that the tenant keeps of its people, by its kind. */
export function CustomFieldInputs({ fields, values }: CustomFieldInputsProps) {
  return fields.map((field) => <CustomFieldInput key={field.id} field={field} value={values[field.key]} />);
}

type CustomFieldInputProps = { field: FieldDefinition; value: FieldValue | undefined };

async function CustomFieldInput({ field: { id, name, kind, options }, value }: CustomFieldInputProps) {
  const t = await getTranslations("members.form");
  const text = value === undefined ? undefined : String(value);
  const frame = { name: `field-${id}`, label: name, optional: true, defaultValue: text } as const;
  switch (kind) {
    case "text":
      return <TextField {...frame} autoComplete="off" />;
    case "number":
      return <TextField {...frame} inputMode="decimal" autoComplete="off" />;
    case "date":
      return <TextField {...frame} type="date" />;
    case "choice":
      return <SelectField {...frame} placeholder={t("noValue")} options={choicesOf(options, text)} />;
    case "yes_no":
      return (
        <SelectField
          {...frame}
          placeholder={t("noValue")}
          options={[
            { value: "true", label: t("yes") },
            { value: "false", label: t("no") },
          ]}
        />
      );
  }
}

/** An option that was taken out of the field meanwhile can still be kept, not chosen anew. */
function choicesOf(options: readonly string[], value: string | undefined) {
  const known = options.map((option) => ({ value: option, label: option }));
  return value === undefined || options.includes(value)
    ? known
    : [...known, { value, label: value, disabled: true }];
}
