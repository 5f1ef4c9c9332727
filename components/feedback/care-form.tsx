import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/ui/form";
import { SelectField, TextField } from "@/components/ui/form-fields";
import { careForFeedbackAction } from "@/lib/feedback/actions";
import type { FeedbackOwner, FeedbackView } from "@/lib/feedback/types";

type CareFormProps = { slug: string; item: FeedbackView; owners: readonly FeedbackOwner[] };

/** Who looks after it, and under which words it is found again. */
export async function CareForm({ slug, item, owners }: CareFormProps) {
  const t = await getTranslations("feedback.detail");
  return (
    <ActionForm
      action={careForFeedbackAction.bind(null, slug)}
      submitLabel={t("careSubmit")}
      submitVariant="secondary"
      successMessage={t("careSaved")}
    >
      <input type="hidden" name="feedbackId" value={item.id} />
      <SelectField
        name="ownerId"
        label={t("owner")}
        defaultValue={item.ownerId ?? ""}
        placeholder={t("nobody")}
        options={owners.map(({ staffId, name }) => ({ value: staffId, label: name }))}
      />
      <TextField name="tags" label={t("tags")} hint={t("tagsHint")} defaultValue={item.tags.join(", ")} />
    </ActionForm>
  );
}
