import { getTranslations } from "next-intl/server";
import { SectionCard } from "@/components/ui/card";
import { ActionForm } from "@/components/ui/form";
import { SwitchField } from "@/components/ui/form-choices";
import { chooseConsentsAction } from "@/lib/consent/actions";
import type { ConsentChoices } from "@/lib/consent/types";

/** What one wants to get: an opt-out works from here at once (P16). */
export async function ConsentForm({ slug, choices }: { slug: string; choices: ConsentChoices }) {
  const t = await getTranslations("portal.me");
  return (
    <SectionCard id="consents" title={t("consents")}>
      <ActionForm
        action={chooseConsentsAction.bind(null, slug)}
        submitLabel={t("consentSubmit")}
        submitVariant="secondary"
        successMessage={t("consentSaved")}
      >
        <SwitchField
          name="announcements"
          label={t("announcements")}
          hint={t("announcementsHint")}
          defaultChecked={choices.announcements}
        />
        <SwitchField
          name="promotions"
          label={t("promotions")}
          hint={t("promotionsHint")}
          defaultChecked={choices.promotions}
        />
      </ActionForm>
    </SectionCard>
  );
}
