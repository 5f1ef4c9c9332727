import { getTranslations } from "next-intl/server";
import { CountedTextareaField } from "@/components/ui/counted-fields";
import { Dialog } from "@/components/ui/dialog";
import { ActionForm } from "@/components/ui/form";
import { correctAnnouncementAction } from "@/lib/announcements/actions";

type CorrectWordsProps = { slug: string; id: string; body: string; maxGraphemes: number };

/** Other words for what was sent; who has it by e-mail keeps the old ones, and that is said before. */
export async function CorrectWords({ slug, id, body, maxGraphemes }: CorrectWordsProps) {
  const t = await getTranslations("announcements.correct");
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
        <input type="hidden" name="id" value={id} />
        <CountedTextareaField
          name="body"
          label={t("body")}
          defaultValue={body}
          maxGraphemes={maxGraphemes}
          inputClassName="min-h-40"
        />
      </ActionForm>
    </Dialog>
  );
}
