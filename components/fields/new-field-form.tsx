import { NextIntlClientProvider } from "next-intl";
import { getMessages, getTranslations } from "next-intl/server";
import { SectionCard } from "@/components/ui/card";
import { CountedTextField } from "@/components/ui/counted-fields";
import { ActionForm } from "@/components/ui/form";
import { createFieldAction } from "@/lib/fields/actions";
import { FIELD_LIMITS } from "@/lib/fields/rules";
import { pickMessages } from "@/lib/platform/i18n/pick-messages";
import { KindFields } from "./kind-fields";

/** Defines a field; given a key, the values that people have under it already become its values. */
export async function NewFieldForm({ slug, adopted }: { slug: string; adopted: string | null }) {
  const [t, messages] = await Promise.all([getTranslations("fields"), getMessages()]);
  return (
    <SectionCard id="new-field" title={t(adopted ? "adoptTitle" : "newTitle", { key: adopted ?? "" })}>
      <NextIntlClientProvider messages={pickMessages(messages, ["fields"])}>
        <ActionForm
          key={adopted}
          action={createFieldAction.bind(null, slug)}
          submitLabel={t("create")}
          successMessage={t("created")}
          resetOnSuccess
        >
          {adopted && <input type="hidden" name="key" value={adopted} />}
          <CountedTextField
            name="name"
            label={t("name")}
            hint={t("nameHint")}
            defaultValue={adopted ?? undefined}
            maxGraphemes={FIELD_LIMITS.keyGraphemes}
            autoComplete="off"
          />
          <KindFields />
        </ActionForm>
      </NextIntlClientProvider>
    </SectionCard>
  );
}
