import { getTranslations } from "next-intl/server";
import { SectionCard } from "@/components/ui/card";
import { ActionForm } from "@/components/ui/form";
import { RadioField } from "@/components/ui/form-choices";
import { SelectField } from "@/components/ui/form-fields";
import { SubmitButton } from "@/components/ui/submit-button";
import { answerImport } from "@/lib/imports/actions";
import type { ChatReview, CommunityPlaces, ImportView, Suggestion } from "@/lib/imports/types";
import { AuthorChoices } from "./author-choices";
import { placeOptions, placeValue } from "./place-options";

type ChatReviewFormProps = {
  slug: string;
  view: ImportView;
  review: ChatReview;
  places: readonly CommunityPlaces[];
  suggestions: ReadonlyMap<string, Suggestion[]>;
};

/** What only a person can tell about a chat: the order of its dates, who its authors are, its group. */
export async function ChatReviewForm({ slug, view, review, places, suggestions }: ChatReviewFormProps) {
  const t = await getTranslations("imports");
  const isChecked = view.status === "done";
  const intent = view.dryRun && !isChecked ? "check" : "start";
  return (
    <ActionForm action={answerImport.bind(null, slug)}>
      <input type="hidden" name="id" value={view.id} />
      {review.candidates.length > 0 && (
        <SectionCard id="dates" title={t("chat.dates")}>
          <RadioField
            name="dateOrder"
            label={t("chat.dateQuestion", { date: review.sampleDate ?? "" })}
            hint={t("chat.dateHint")}
            options={review.candidates.map((order) => ({ value: order, label: t(`chat.orders.${order}`) }))}
            defaultValue={review.candidates[0] ?? "dmy"}
          />
        </SectionCard>
      )}
      <SectionCard id="room" title={t("chat.room")}>
        <SelectField
          name="groupId"
          label={t("chat.group")}
          hint={t("chat.groupHint")}
          options={placeOptions(places)}
          placeholder={t("chat.choose")}
          defaultValue={placeValue(view)}
          className="max-w-form"
        />
      </SectionCard>
      <SectionCard id="authors" title={t("chat.authors")} description={t("chat.authorsHint")}>
        <AuthorChoices authors={review.authors} suggestions={suggestions} />
      </SectionCard>
      <div className="flex flex-wrap gap-3 max-sm:[&>*]:grow">
        <SubmitButton name="intent" value={intent}>
          {isChecked ? t("chat.start", { messages: view.counts.messages }) : t("chat.goOn")}
        </SubmitButton>
      </div>
    </ActionForm>
  );
}
