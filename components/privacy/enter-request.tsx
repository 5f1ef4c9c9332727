import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/ui/form";
import { type ChoiceOption, RadioField } from "@/components/ui/form-choices";
import { SelectField, TextareaField, TextField } from "@/components/ui/form-fields";
import { enterRequestAction } from "@/lib/privacy/actions";
import { MAX_WORDS } from "@/lib/privacy/schema";
import { REQUEST_KINDS, REQUEST_WAYS } from "@/lib/privacy/types";

/** What somebody asked who wrote, called or came by: who, what, how and when it came. */
export async function EnterRequest({ slug, people }: { slug: string; people: ChoiceOption[] }) {
  const [t, words] = await Promise.all([
    getTranslations("privacy.enter"),
    getTranslations("privacy.requests"),
  ]);
  const [only] = people;
  return (
    <ActionForm action={enterRequestAction.bind(null, slug)} submitLabel={t("submit")}>
      <RadioField
        name="memberId"
        label={t("person")}
        options={people}
        {...(people.length === 1 && only && { defaultValue: only.value })}
      />
      <SelectField
        name="kind"
        label={t("kind")}
        options={REQUEST_KINDS.map((value) => ({ value, label: words(`kinds.${value}`) }))}
      />
      <SelectField
        name="receivedBy"
        label={t("receivedBy")}
        options={REQUEST_WAYS.filter((way) => way !== "portal").map((value) => ({
          value,
          label: words(`ways.${value}`),
        }))}
      />
      <TextField name="receivedOn" type="date" label={t("receivedOn")} optional />
      <TextareaField name="details" label={t("details")} rows={4} maxLength={MAX_WORDS} optional />
    </ActionForm>
  );
}
