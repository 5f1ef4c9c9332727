import { getTranslations } from "next-intl/server";
import { CountedTextField } from "@/components/ui/counted-fields";
import { Dialog } from "@/components/ui/dialog";
import { ActionForm } from "@/components/ui/form";
import { takeGraphemes } from "@/lib/shared/text";
import { keepAsTemplateAction } from "@/lib/templates/actions";
import { MOST_NAME_GRAPHEMES } from "@/lib/templates/rules";

type KeepAsTemplateProps = { slug: string; announcementId: string; headline: string };

/** Keeps what an announcement says to begin others with. */
export async function KeepAsTemplate({ slug, announcementId, headline }: KeepAsTemplateProps) {
  const t = await getTranslations("announcements.templates");
  return (
    <Dialog
      title={t("keepTitle")}
      description={t("keepBody")}
      trigger={{ label: t("keep"), variant: "secondary" }}
    >
      <ActionForm action={keepAsTemplateAction.bind(null, slug)} submitLabel={t("keep")}>
        <input type="hidden" name="announcementId" value={announcementId} />
        <CountedTextField
          name="name"
          label={t("name")}
          defaultValue={takeGraphemes(headline, MOST_NAME_GRAPHEMES)}
          maxGraphemes={MOST_NAME_GRAPHEMES}
        />
      </ActionForm>
    </Dialog>
  );
}
