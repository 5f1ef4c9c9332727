"use client";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/form";
import { RadioField } from "@/components/ui/form-choices";
import { TextField } from "@/components/ui/form-fields";
import { moveTimeAction, openPartAction, skipTimeAction } from "@/lib/announcements/series-actions";

export type PlannedTime = { id: string; localTime: string; isSeries: boolean };

type TimeFormsProps = {
  slug: string;
  time: PlannedTime;
  /** Where it would go, when it was dragged there. */
  to?: string;
};

/** "Mover para…": the twin of every drag, with the question which times of a series are meant (A6). */
export function MoveForm({ slug, time, to }: TimeFormsProps) {
  const t = useTranslations("announcements.times");
  return (
    <ActionForm action={moveTimeAction.bind(null, slug)} submitLabel={t("move")} successMessage={t("moved")}>
      <input type="hidden" name="id" value={time.id} />
      <TextField
        key={to}
        name="localTime"
        type="datetime-local"
        label={t("to")}
        defaultValue={to ?? time.localTime}
      />
      {time.isSeries && (
        <>
          <input type="hidden" name="from" value={time.localTime} />
          <RadioField
            name="scope"
            label={t("which")}
            defaultValue="this"
            options={[
              { value: "this", label: t("scopes.this") },
              { value: "following", label: t("scopes.following") },
            ]}
          />
        </>
      )}
    </ActionForm>
  );
}

/** What else can be done with one time of a series. */
export function PartForms({ slug, time }: TimeFormsProps) {
  const t = useTranslations("announcements.times");
  const part = (scope: string) => (
    <ActionForm
      action={openPartAction.bind(null, slug)}
      submitLabel={t(`edit.${scope as "this" | "following"}`)}
      submitVariant="secondary"
    >
      <input type="hidden" name="id" value={time.id} />
      <input type="hidden" name="localTime" value={time.localTime} />
      <input type="hidden" name="scope" value={scope} />
    </ActionForm>
  );
  return (
    <div className="grid gap-3 border-line border-t pt-5">
      <p className="text-meta text-ink2">{t("editHint")}</p>
      <div className="flex flex-wrap gap-3">
        {part("this")}
        {part("following")}
        <ActionForm
          action={skipTimeAction.bind(null, slug)}
          submitLabel={t("skip")}
          submitVariant="danger-quiet"
          successMessage={t("skipped")}
        >
          <input type="hidden" name="id" value={time.id} />
          <input type="hidden" name="localTime" value={time.localTime} />
        </ActionForm>
      </div>
    </div>
  );
}
