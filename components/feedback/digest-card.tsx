import { getTranslations } from "next-intl/server";
import { SectionCard } from "@/components/ui/card";
import { ActionForm } from "@/components/ui/form";
import { SelectField } from "@/components/ui/form-fields";
import { chooseDigestAction } from "@/lib/feedback/actions";
import { DIGEST_FREQUENCIES } from "@/lib/feedback/digest-rules";
import type { DigestFrequency } from "@/lib/feedback/types";

/** How often whoever looks gets what came and what waits by mail (F4). */
export async function DigestCard({ slug, frequency }: { slug: string; frequency: DigestFrequency | null }) {
  const t = await getTranslations("feedback.digest");
  return (
    <SectionCard id="digest" title={t("title")} description={t("hint")} className="mt-8 max-w-form">
      <ActionForm
        action={chooseDigestAction.bind(null, slug)}
        submitLabel={t("save")}
        submitVariant="secondary"
        successMessage={t("saved")}
      >
        <SelectField
          name="frequency"
          label={t("frequency")}
          defaultValue={frequency ?? ""}
          placeholder={t("never")}
          options={DIGEST_FREQUENCIES.map((value) => ({ value, label: t(`every.${value}`) }))}
        />
      </ActionForm>
    </SectionCard>
  );
}
