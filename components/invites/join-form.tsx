import { getLocale, getTranslations } from "next-intl/server";
import { Alert } from "@/components/ui/alert";
import { ActionForm } from "@/components/ui/form";
import { CheckboxGroupField } from "@/components/ui/form-choices";
import { SelectField, TextField } from "@/components/ui/form-fields";
import { joinAction } from "@/lib/invites/actions/join";
import type { Invitation } from "@/lib/invites/types";
import { countryOptions } from "./countries";
import { GroupChoice } from "./group-choice";

/** What a newcomer says about themself, and what they agree to: nothing is ticked beforehand. */
export async function JoinForm({ token, invitation }: { token: string; invitation: Invitation }) {
  const [t, locale] = await Promise.all([getTranslations("invites.join"), getLocale()]);
  const { tenant, approval } = invitation;
  return (
    <ActionForm action={joinAction.bind(null, token)} submitLabel={t(approval ? "submitApproval" : "submit")}>
      <TextField name="name" label={t("name")} autoComplete="name" required />
      <TextField
        name="email"
        type="email"
        label={t("email")}
        hint={t("contactHint")}
        autoComplete="email"
        inputMode="email"
      />
      <div className="grid gap-5 sm:grid-cols-[minmax(0,2fr)_minmax(0,3fr)] sm:gap-3">
        <SelectField
          name="country"
          label={t("country")}
          options={countryOptions(locale, tenant.country)}
          defaultValue={tenant.country}
          autoComplete="country"
        />
        <TextField name="phone" type="tel" label={t("phone")} autoComplete="tel-national" inputMode="tel" />
      </div>
      <GroupChoice invitation={invitation} />
      <CheckboxGroupField
        name="consents[]"
        label={t("consents")}
        hint={t("consentHint")}
        options={[
          { value: "email", label: t("consentEmail") },
          { value: "whatsapp", label: t("consentWhatsapp") },
        ]}
      />
      {approval && <Alert tone="info">{t("approvalNote")}</Alert>}
    </ActionForm>
  );
}
