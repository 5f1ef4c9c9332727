import { getTranslations } from "next-intl/server";
import { CountedTextareaField } from "@/components/ui/counted-fields";
import { ActionForm } from "@/components/ui/form";
import { answerFeedbackAction, noteFeedbackAction } from "@/lib/feedback/actions";
import { FEEDBACK_LIMITS } from "@/lib/feedback/schema";

/** Words to the author; below, closed at first, words among staff. */
export async function AnswerForms({ slug, feedbackId }: { slug: string; feedbackId: string }) {
  const t = await getTranslations("feedback.detail");
  return (
    <div className="grid gap-5 border-line border-t pt-5">
      <ActionForm
        action={answerFeedbackAction.bind(null, slug)}
        submitLabel={t("answerSubmit")}
        successMessage={t("answered")}
        resetOnSuccess
      >
        <input type="hidden" name="feedbackId" value={feedbackId} />
        <CountedTextareaField
          name="body"
          label={t("answerLabel")}
          hint={t("answerHint")}
          rows={4}
          required
          maxGraphemes={FEEDBACK_LIMITS.body}
        />
      </ActionForm>
      <details className="group">
        <summary className="link w-fit cursor-pointer text-control">{t("noteOpen")}</summary>
        <ActionForm
          action={noteFeedbackAction.bind(null, slug)}
          submitLabel={t("noteSubmit")}
          submitVariant="secondary"
          successMessage={t("noteSaved")}
          resetOnSuccess
          className="mt-4"
        >
          <input type="hidden" name="feedbackId" value={feedbackId} />
          <CountedTextareaField
            name="body"
            label={t("noteLabel")}
            hint={t("noteHint")}
            rows={3}
            required
            maxGraphemes={FEEDBACK_LIMITS.body}
          />
        </ActionForm>
      </details>
    </div>
  );
}
