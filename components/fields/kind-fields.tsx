"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { SelectField, TextareaField } from "@/components/ui/form-fields";
import { FIELD_KINDS } from "@/lib/fields/types";

/** The kind of a new field; a choice has options. Without script the options show always. */
export function KindFields() {
  const t = useTranslations("fields");
  const [kind, setKind] = useState<string | null>(null);
  return (
    <>
      <SelectField
        name="kind"
        label={t("kind")}
        hint={t("kindHint")}
        options={FIELD_KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }))}
        onChange={(event) => setKind(event.target.value)}
      />
      <div className={kind === "choice" ? undefined : "hidden noscript:block"}>
        <TextareaField name="options" label={t("options")} hint={t("optionsHint")} rows={4} />
      </div>
    </>
  );
}
