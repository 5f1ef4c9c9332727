import { getTranslations } from "next-intl/server";
import { SectionCard } from "@/components/ui/card";
import { ActionForm } from "@/components/ui/form";
import { CheckboxGroupField } from "@/components/ui/form-choices";
import { chooseConsentsAction } from "@/lib/consent/actions";
import { CHOOSABLE_PURPOSES, type ConsentChoices, SINGLE_CHANNELS } from "@/lib/consent/types";

/** What one wants to get, and by which channels: an opt-out works from here at once (P16). */
export async function ConsentForm({ slug, choices }: { slug: string; choices: ConsentChoices }) {
  const [t, me, words] = await Promise.all([
    getTranslations("privacy.mine"),
    getTranslations("portal.me"),
    getTranslations("consent.channels"),
  ]);
  return (
    <SectionCard id="consents" title={t("consents")} description={t("consentsHint")}>
      <ActionForm
        action={chooseConsentsAction.bind(null, slug)}
        submitLabel={me("consentSubmit")}
        submitVariant="secondary"
        successMessage={me("consentSaved")}
      >
        {CHOOSABLE_PURPOSES.map((purpose) => (
          <CheckboxGroupField
            key={purpose}
            name={`${purpose}[]`}
            label={me(purpose)}
            hint={me(`${purpose}Hint`)}
            options={SINGLE_CHANNELS.map((value) => ({ value, label: words(value) }))}
            defaultValues={choices[purpose]}
            className="[&_label]:min-h-11"
          />
        ))}
      </ActionForm>
    </SectionCard>
  );
}
