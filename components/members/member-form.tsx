import { NextIntlClientProvider } from "next-intl";
import { getMessages, getTranslations } from "next-intl/server";
import { CountedTextField } from "@/components/ui/counted-fields";
import { ActionForm } from "@/components/ui/form";
import { TextField } from "@/components/ui/form-fields";
import { LinkButton } from "@/components/ui/link-button";
import type { FieldDefinition } from "@/lib/fields/types";
import { createMemberAction, updateMemberAction } from "@/lib/members/actions";
import { PROFILE_LIMITS } from "@/lib/members/profile-rules";
import type { MemberCard } from "@/lib/members/types";
import { pickMessages } from "@/lib/platform/i18n/pick-messages";
import { CustomFieldInputs } from "./custom-field-inputs";
import { IdentifierFields } from "./identifier-fields";
import { PhotoField } from "./photo-field";
import { TagField } from "./tag-field";

type MemberFormProps = {
  slug: string;
  fields: readonly FieldDefinition[];
  knownTags: readonly string[];
  member?: MemberCard;
};

/** The form of a person: a new one, or the one given. */
export async function MemberForm({ slug, fields, knownTags, member }: MemberFormProps) {
  const [t, messages] = await Promise.all([getTranslations("members"), getMessages()]);
  const action = member ? updateMemberAction : createMemberAction;
  const photo = member?.photoFileId ? `/files/${slug}/${member.photoFileId}?size=256` : null;
  return (
    <NextIntlClientProvider messages={pickMessages(messages, ["members"])}>
      <ActionForm
        action={action.bind(null, slug)}
        submitLabel={t(member ? "form.save" : "form.add")}
        actions={
          <LinkButton href={`/t/${slug}/members${member ? `/${member.id}` : ""}`} variant="quiet">
            {t("form.cancel")}
          </LinkButton>
        }
        className="max-w-form"
      >
        {member && <input type="hidden" name="memberId" value={member.id} />}
        <CountedTextField
          name="name"
          label={t("form.name")}
          defaultValue={member?.name}
          maxGraphemes={PROFILE_LIMITS.nameGraphemes}
          autoComplete="off"
          required
        />
        <IdentifierFields given={member?.identifiers.map(({ kind, value }) => ({ kind, value })) ?? []} />
        <PhotoField name={member?.name ?? ""} src={photo} />
        <TextField
          name="birthdayOn"
          type="date"
          label={t("form.birthday")}
          defaultValue={member?.birthdayOn ?? undefined}
          optional
        />
        <TagField given={member?.tags ?? []} known={knownTags} />
        <CustomFieldInputs fields={fields} values={member?.fields ?? {}} />
      </ActionForm>
    </NextIntlClientProvider>
  );
}
