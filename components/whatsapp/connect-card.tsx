import { getLocale, getTranslations } from "next-intl/server";
import { SectionCard } from "@/components/ui/card";
import { ActionForm } from "@/components/ui/form";
import { SelectField, TextField } from "@/components/ui/form-fields";
import { formatNumber } from "@/lib/platform/i18n/format";
import { connectWhatsappAction } from "@/lib/whatsapp/actions";
import { DAY_LIMITS, templateLanguage } from "@/lib/whatsapp/rules";
import type { AccountView } from "@/lib/whatsapp/types";

/** The number, its secrets and its limits. What is secret is typed anew or stays. */
export async function ConnectCard({ slug, account }: { slug: string; account: AccountView }) {
  const [t, locale] = await Promise.all([getTranslations("whatsapp"), getLocale()]);
  const secret = account.isLocal ? t("secretHint") : `${t("secretKept")} ${t("secretHint")}`;
  const text = (name: "phoneNumberId" | "businessId" | "templateName", more = {}) => (
    <TextField name={name} label={t(name)} defaultValue={account[name] ?? ""} autoComplete="off" {...more} />
  );
  return (
    <SectionCard id="connect" title={t("form")} description={t("formHint")}>
      <ActionForm
        action={connectWhatsappAction.bind(null, slug)}
        submitLabel={t("submit")}
        successMessage={t("saved")}
      >
        {text("phoneNumberId", { inputMode: "numeric" })}
        {text("businessId", { inputMode: "numeric" })}
        <TextField name="token" type="password" label={t("token")} hint={secret} autoComplete="off" />
        <TextField name="appSecret" type="password" label={t("appSecret")} hint={secret} autoComplete="off" />
        {text("templateName")}
        <TextField
          name="promotionTemplateName"
          label={t("promotionTemplateName")}
          hint={t("promotionHint")}
          defaultValue={account.promotionTemplateName ?? ""}
          autoComplete="off"
          optional
        />
        <TextField
          name="imageTemplateName"
          label={t("imageTemplateName")}
          hint={t("imageTemplateHint")}
          defaultValue={account.imageTemplateName ?? ""}
          autoComplete="off"
          optional
        />
        <TextField
          name="templateLanguage"
          label={t("templateLanguage")}
          hint={t("languageHint")}
          defaultValue={account.templateLanguage ?? templateLanguage(locale)}
          autoComplete="off"
        />
        <SelectField
          name="perDay"
          label={t("perDay")}
          hint={t("perDayHint")}
          defaultValue={account.perDay === null ? "unlimited" : String(account.perDay)}
          options={[
            ...DAY_LIMITS.map((tier) => ({ value: String(tier), label: formatNumber(tier, locale) })),
            { value: "unlimited", label: t("unlimited") },
          ]}
        />
        <TextField
          name="perSecond"
          label={t("perSecond")}
          hint={t("perSecondHint")}
          inputMode="numeric"
          defaultValue={String(account.perSecond)}
        />
      </ActionForm>
    </SectionCard>
  );
}
