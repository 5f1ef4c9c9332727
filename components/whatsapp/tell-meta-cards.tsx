import { getTranslations } from "next-intl/server";
import { SectionCard } from "@/components/ui/card";
import { CopyButton } from "@/components/ui/copy-button";
import { TEMPLATE_BODY } from "@/lib/whatsapp/rules";
import type { AccountView } from "@/lib/whatsapp/types";

/** What one enters at Meta so that its news comes in. */
export async function TellMetaCard({ account }: { account: AccountView }) {
  const t = await getTranslations("whatsapp");
  return (
    <SectionCard id="webhook" title={t("webhook")} description={t("webhookHint")}>
      <dl className="grid gap-4">
        <Told label={t("webhookUrl")} value={account.webhookUrl} copy={t("copy")} />
        {account.verifyToken ? (
          <Told label={t("verifyToken")} value={account.verifyToken} copy={t("copy")} />
        ) : (
          <div className="grid gap-1">
            <dt className="font-medium">{t("verifyToken")}</dt>
            <dd className="text-ink2">{t("verifyLater")}</dd>
          </div>
        )}
      </dl>
    </SectionCard>
  );
}

/** The template as it has to be at Meta, to copy. */
export async function TemplateCard({ buttonUrl }: { buttonUrl: string }) {
  const t = await getTranslations("whatsapp");
  return (
    <SectionCard id="template" title={t("template")} description={t("templateHint")}>
      <dl className="grid gap-4">
        <Told label={t("templateBody")} value={TEMPLATE_BODY} copy={t("copy")} />
        <Told label={t("templateButton")} value={buttonUrl} copy={t("copy")} />
      </dl>
    </SectionCard>
  );
}

function Told({ label, value, copy }: { label: string; value: string; copy: string }) {
  return (
    <div className="grid gap-1">
      <dt className="font-medium">{label}</dt>
      <dd className="grid justify-items-start gap-2">
        <code className="max-w-full whitespace-pre-wrap rounded-control [overflow-wrap:anywhere] bg-sunken px-3 py-2">
          {value}
        </code>
        <CopyButton text={value} label={copy} variant="secondary" />
      </dd>
    </div>
  );
}
