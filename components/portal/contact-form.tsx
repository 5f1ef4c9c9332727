import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/ui/form";
import { TextareaField } from "@/components/ui/form-fields";
import { writeToHouseAction } from "@/lib/inbox/actions";
import { newId } from "@/lib/shared/ids";
import { OnceKey } from "./once-key";

type ContactFormProps = { slug: string; about: { id: string; words: string } | null };

const MOST_WORDS = 120;

/** One's words to the house; the same form sent twice is one message. */
export async function ContactForm({ slug, about }: ContactFormProps) {
  const t = await getTranslations("portal.contact");
  return (
    <ActionForm
      action={writeToHouseAction.bind(null, slug)}
      submitLabel={t("send")}
      successMessage={t("sent")}
      resetOnSuccess
    >
      <OnceKey initial={newId()} />
      {about && (
        <>
          <input type="hidden" name="occurrenceId" value={about.id} />
          <p className="border-line-strong border-l-2 pl-2 text-ink2 text-meta">
            {t("about", { words: about.words.slice(0, MOST_WORDS) })}
          </p>
        </>
      )}
      <TextareaField name="body" label={t("message")} rows={3} required />
    </ActionForm>
  );
}
