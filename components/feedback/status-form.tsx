import { getTranslations } from "next-intl/server";
import { CountedTextareaField } from "@/components/ui/counted-fields";
import { ActionForm } from "@/components/ui/form";
import { RadioField } from "@/components/ui/form-choices";
import { changeFeedbackStatusAction } from "@/lib/feedback/actions";
import { choosableStatuses } from "@/lib/feedback/rules";
import { FEEDBACK_LIMITS } from "@/lib/feedback/schema";
import type { FeedbackStatus } from "@/lib/feedback/types";

type StatusFormProps = { slug: string; feedbackId: string; status: FeedbackStatus };

/** Offers only what may follow. The key makes it a new form once the status has moved. */
export async function StatusForm({ slug, feedbackId, status }: StatusFormProps) {
  const t = await getTranslations("feedback");
  const next = choosableStatuses(status);
  return (
    <ActionForm
      key={status}
      action={changeFeedbackStatusAction.bind(null, slug)}
      submitLabel={t("detail.statusSubmit")}
      submitVariant="secondary"
      successMessage={t("detail.statusChanged")}
    >
      <input type="hidden" name="feedbackId" value={feedbackId} />
      <input type="hidden" name="seenStatus" value={status} />
      <RadioField
        name="status"
        label={t("detail.nextStatus")}
        defaultValue={next[0] ?? ""}
        options={next.map((value) => ({ value, label: t(`statuses.${value}`) }))}
      />
      <CountedTextareaField
        name="reason"
        label={t("detail.reason")}
        hint={t("detail.reasonHint")}
        rows={2}
        optional
        maxGraphemes={FEEDBACK_LIMITS.reason}
      />
    </ActionForm>
  );
}
