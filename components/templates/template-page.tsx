import { NextIntlClientProvider } from "next-intl";
import { getMessages, getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/ui/page-header";
import { pickMessages } from "@/lib/platform/i18n/pick-messages";
import { TemplateForm, type TemplateFormProps } from "./template-form";

/** The form of a template with its texts. */
export async function TemplatePage(props: TemplateFormProps) {
  const [t, messages] = await Promise.all([getTranslations("announcements.templates"), getMessages()]);
  return (
    <>
      <PageHeader title={t(props.start.id ? "editTitle" : "new")} description={t("description")} />
      <NextIntlClientProvider messages={pickMessages(messages, ["announcements", "media"])}>
        <TemplateForm {...props} />
      </NextIntlClientProvider>
    </>
  );
}
