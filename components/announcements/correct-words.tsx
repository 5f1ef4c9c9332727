import { NextIntlClientProvider } from "next-intl";
import { getMessages, getTranslations } from "next-intl/server";
import { OwnMediaField } from "@/components/media/own-media-field";
import { CountedTextareaField } from "@/components/ui/counted-fields";
import { Dialog } from "@/components/ui/dialog";
import { ActionForm } from "@/components/ui/form";
import { correctAnnouncementAction } from "@/lib/announcements/actions";
import type { Announcement } from "@/lib/announcements/types";
import { pickMessages } from "@/lib/platform/i18n/pick-messages";

type CorrectWordsProps = {
  slug: string;
  announcement: Pick<Announcement, "id" | "body" | "media">;
  maxGraphemes: number;
};

/** Other words and media for what was sent; who has it by e-mail keeps the old words, and that is said before. */
export async function CorrectWords({ slug, announcement, maxGraphemes }: CorrectWordsProps) {
  const [t, messages] = await Promise.all([getTranslations("announcements.correct"), getMessages()]);
  return (
    <Dialog
      title={t("title")}
      description={t("description")}
      trigger={{ label: t("open"), variant: "secondary" }}
    >
      <ActionForm
        action={correctAnnouncementAction.bind(null, slug)}
        submitLabel={t("submit")}
        successMessage={t("done")}
      >
        <input type="hidden" name="id" value={announcement.id} />
        <CountedTextareaField
          name="body"
          label={t("body")}
          defaultValue={announcement.body}
          maxGraphemes={maxGraphemes}
          inputClassName="min-h-40"
        />
        <NextIntlClientProvider messages={pickMessages(messages, ["media"])}>
          <OwnMediaField
            uploadPath={`/t/${slug}/media`}
            mediaPath={`/media/${slug}`}
            start={announcement.media}
          />
        </NextIntlClientProvider>
      </ActionForm>
    </Dialog>
  );
}
