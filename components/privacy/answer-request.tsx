import { getTranslations } from "next-intl/server";
import { SectionCard } from "@/components/ui/card";
import { ActionForm } from "@/components/ui/form";
import { TextareaField } from "@/components/ui/form-fields";
import { completeRequestAction } from "@/lib/privacy/actions";
import { MAX_WORDS } from "@/lib/privacy/schema";
import type { PrivacyRequest } from "@/lib/privacy/types";

/** Closing a request as done, with the words that the person reads. */
export async function AnswerRequest({ slug, request }: { slug: string; request: PrivacyRequest }) {
  const t = await getTranslations("privacy.handle");
  const needsWords = request.kind === "correction" || request.kind === "objection";
  return (
    <SectionCard id="answer" title={t("answerTitle")}>
      <ActionForm
        action={completeRequestAction.bind(null, slug)}
        submitLabel={t("complete")}
        successMessage={t("completed")}
      >
        <input type="hidden" name="requestId" value={request.id} />
        <TextareaField
          name="answer"
          label={t("answer")}
          hint={t("answerHint")}
          rows={4}
          maxLength={MAX_WORDS}
          optional={!needsWords}
          required={needsWords}
        />
      </ActionForm>
    </SectionCard>
  );
}
