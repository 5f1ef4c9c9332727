import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/ui/form";
import { CheckboxField, RadioField } from "@/components/ui/form-choices";
import { TextareaField, TextField } from "@/components/ui/form-fields";
import { FEEDBACK_KINDS } from "@/lib/feedback/rules";
import { sendPublicFeedbackAction } from "@/lib/feedback-forms/actions";
import type { PublicFormFace } from "@/lib/feedback-forms/types";

/** What anybody says without an account. Nothing of the person is asked for; who wants an answer leaves an address. */
export async function PublicFeedbackForm({ token, form }: { token: string; form: PublicFormFace }) {
  const [t, kinds] = await Promise.all([
    getTranslations("feedbackForms.page"),
    getTranslations("feedback.kinds"),
  ]);
  return (
    <ActionForm action={sendPublicFeedbackAction.bind(null, token)} submitLabel={t("submit")}>
      <RadioField
        name="kind"
        label={t("kind")}
        defaultValue="suggestion"
        options={FEEDBACK_KINDS.map((kind) => ({ value: kind, label: kinds(kind) }))}
      />
      <TextField name="title" label={t("subject")} required />
      <TextareaField name="body" label={t("body")} rows={4} optional />
      <TextField name="name" label={t("name")} autoComplete="name" optional />
      <TextField
        name="email"
        type="email"
        inputMode="email"
        label={t("email")}
        hint={t("emailHint")}
        autoComplete="email"
        optional
      />
      <CheckboxField
        name="consent"
        label={t("consent", { tenant: form.tenantName })}
        hint={t("consentHint")}
      />
      {/* For machines that fill in every field; people neither see nor reach it. */}
      <div aria-hidden="true" className="absolute -left-[200vw] size-px overflow-hidden">
        <label>
          Website
          <input name="website" tabIndex={-1} autoComplete="off" />
        </label>
      </div>
    </ActionForm>
  );
}
