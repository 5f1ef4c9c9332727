"use client";
import { useTranslations } from "next-intl";
import { CheckboxField } from "@/components/ui/form-choices";
import { SelectField, TextareaField, TextField } from "@/components/ui/form-fields";
import { FEEDBACK_KINDS } from "@/lib/feedback/rules";
import type { BlockFieldsProps } from "./block-fields";
import { ClosingFields } from "./block-fields-dated";

/** A question with options, one a line. */
export function PollFields({ values }: BlockFieldsProps) {
  const t = useTranslations("announcements.compose.blocks");
  return (
    <>
      <TextField name="block.question" label={t("question")} defaultValue={values.question} />
      <TextareaField
        name="block.options"
        label={t("options")}
        hint={t("optionsHint")}
        defaultValue={values.options}
        rows={4}
      />
      <CheckboxField name="block.multiple" label={t("multiple")} defaultChecked={values.multiple === "on"} />
      <ClosingFields values={values} label={t("closesAt")} hint={t("closesHint")} />
    </>
  );
}

/** A question that becomes feedback (F1), in words or with a score. */
export function FeedbackFields({ values }: BlockFieldsProps) {
  const t = useTranslations("announcements.compose.blocks");
  const kinds = useTranslations("announcements.compose.blocks.feedbackKinds");
  return (
    <>
      <TextField name="block.question" label={t("question")} defaultValue={values.question} />
      <SelectField
        name="block.score"
        label={t("score")}
        defaultValue={values.score ?? "none"}
        options={(["none", "nps", "csat"] as const).map((score) => ({
          value: score,
          label: t(`scores.${score}`),
        }))}
      />
      <SelectField
        name="block.feedbackKind"
        label={t("feedbackKind")}
        defaultValue={values.feedbackKind ?? "suggestion"}
        options={FEEDBACK_KINDS.map((kind) => ({ value: kind, label: kinds(kind) }))}
      />
    </>
  );
}

/** A button that leads to an address. */
export function ButtonFields({ values }: BlockFieldsProps) {
  const t = useTranslations("announcements.compose.blocks");
  return (
    <>
      <TextField name="block.label" label={t("label")} defaultValue={values.label} />
      <TextField
        name="block.url"
        type="url"
        inputMode="url"
        label={t("url")}
        placeholder="https://"
        defaultValue={values.url}
      />
    </>
  );
}
