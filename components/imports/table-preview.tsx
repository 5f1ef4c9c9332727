import { getTranslations } from "next-intl/server";
import { SectionCard } from "@/components/ui/card";
import { ActionForm } from "@/components/ui/form";
import { RadioField } from "@/components/ui/form-choices";
import { SelectField } from "@/components/ui/form-fields";
import { SubmitButton } from "@/components/ui/submit-button";
import { answerImport } from "@/lib/imports/actions";
import type { CommunityPlaces, ImportView, TableReview } from "@/lib/imports/types";
import { ColumnChoices } from "./column-choices";
import { placeOptions, placeValue } from "./place-options";

type TablePreviewProps = {
  slug: string;
  view: ImportView;
  review: TableReview;
  places: readonly CommunityPlaces[];
  /** The fields that the tenant keeps of its people. */
  own: readonly { key: string; name: string }[];
};

/** The file looked through: which column is what, its first rows, where people go. Nothing is written yet. */
export async function TablePreview({ slug, view, review, places, own }: TablePreviewProps) {
  const t = await getTranslations("imports");
  const people = view.counts.created + view.counts.updated + view.counts.unchanged;
  return (
    <ActionForm action={answerImport.bind(null, slug)}>
      <input type="hidden" name="id" value={view.id} />
      <SectionCard id="columns" title={t("preview.columns")} description={t("preview.columnsHint")}>
        <ColumnChoices review={review} own={own} />
      </SectionCard>
      <SectionCard id="place" title={t("preview.place")}>
        <div className="grid max-w-form gap-5">
          <SelectField
            name="groupId"
            label={t("upload.place")}
            options={placeOptions(places)}
            placeholder={t("place.none")}
            defaultValue={placeValue(view)}
          />
          <RadioField
            name="mode"
            label={t("mode.label")}
            defaultValue={view.options.mode}
            options={(["per_row", "all_or_nothing"] as const).map((value) => ({
              value,
              label: t(`mode.${value}`),
              hint: t(`mode.${value}_hint`),
            }))}
          />
        </div>
      </SectionCard>
      <p className="text-ink2 text-meta">{t("preview.consent")}</p>
      <div className="flex flex-wrap gap-3 max-sm:[&>*]:grow">
        {view.status === "done" && people > 0 && (
          <SubmitButton name="intent" value="start">
            {t("preview.start", { people })}
          </SubmitButton>
        )}
        <SubmitButton name="intent" value="check" variant="secondary" pendingLabel={t("preview.checking")}>
          {t("preview.check")}
        </SubmitButton>
      </div>
    </ActionForm>
  );
}
