import { getTranslations } from "next-intl/server";
import { SectionCard } from "@/components/ui/card";
import { ActionForm } from "@/components/ui/form";
import { TextField } from "@/components/ui/form-fields";
import { saveBillingProfileAction } from "@/lib/billing/actions";
import type { BillingProfile } from "@/lib/billing/types";

/** Who the invoices are for, and where they are mailed to (B7). */
export async function ProfileForm({ slug, profile }: { slug: string; profile: BillingProfile }) {
  const t = await getTranslations("billing.profile");
  return (
    <SectionCard id="profile" title={t("title")} description={t("description")}>
      <ActionForm
        action={saveBillingProfileAction.bind(null, slug)}
        submitLabel={t("save")}
        successMessage={t("saved")}
        className="max-w-form"
      >
        <TextField
          name="legalName"
          label={t("legalName")}
          defaultValue={profile.legalName}
          autoComplete="organization"
          optional
        />
        <TextField
          name="taxId"
          label={t("taxId")}
          hint={t("taxIdHint")}
          defaultValue={profile.taxId ?? ""}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          optional
        />
        <TextField
          name="invoiceEmail"
          type="email"
          label={t("invoiceEmail")}
          hint={t("invoiceEmailHint")}
          defaultValue={profile.invoiceEmail ?? ""}
          autoComplete="email"
          optional
        />
      </ActionForm>
    </SectionCard>
  );
}
