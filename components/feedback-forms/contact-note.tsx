import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/ui/form";
import type { FeedbackView } from "@/lib/feedback/types";
import { forgetContactAction } from "@/lib/feedback-forms/actions";

type ContactNoteProps = {
  slug: string;
  feedbackId: string;
  contact: FeedbackView["contact"];
  mayForget: boolean;
};

/** That whoever wrote has no account here, and whether an answer reaches them; never the address itself. */
export async function ContactNote({ slug, feedbackId, contact, mayForget }: ContactNoteProps) {
  if (!contact) return null;
  const t = await getTranslations("feedbackForms.contact");
  return (
    <div className="flex flex-wrap items-center justify-between gap-3 rounded-control bg-sunken px-4 py-3">
      <p className="text-meta">
        {contact.name && t("by", { name: contact.name })} {t(contact.hasEmail ? "reached" : "unreached")}
      </p>
      {mayForget && (
        <ActionForm
          action={forgetContactAction.bind(null, slug)}
          submitLabel={t("forget")}
          submitVariant="quiet"
          successMessage={t("forgotten")}
        >
          <input type="hidden" name="feedbackId" value={feedbackId} />
        </ActionForm>
      )}
    </div>
  );
}
