import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/ui/form";
import { FileField, TextareaField, TextField } from "@/components/ui/form-fields";
import { LinkButton } from "@/components/ui/link-button";
import { createMemberAction, updateMemberAction } from "@/lib/members/actions";
import { PROFILE_LIMITS } from "@/lib/members/profile-rules";
import type { IdentifierKind, MemberCard } from "@/lib/members/types";

/** The form of a person: a new one, or the one given. */
export async function MemberForm({ slug, member }: { slug: string; member?: MemberCard }) {
  const t = await getTranslations("members");
  const action = member ? updateMemberAction : createMemberAction;
  const of = (kind: IdentifierKind) =>
    member?.identifiers
      .filter((each) => each.kind === kind)
      .map(({ value }) => value)
      .join(", ");
  return (
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
      <TextField
        name="name"
        label={t("form.name")}
        defaultValue={member?.name}
        maxGraphemes={PROFILE_LIMITS.nameGraphemes}
        autoComplete="off"
        required
      />
      <TextField
        name="phone"
        type="tel"
        label={t("form.phone")}
        hint={t("form.phoneHint")}
        defaultValue={of("phone")}
        autoComplete="off"
        optional
      />
      <TextField
        name="email"
        inputMode="email"
        label={t("form.email")}
        hint={t("form.severalHint")}
        defaultValue={of("email")}
        autoComplete="off"
        optional
      />
      <TextField
        name="username"
        label={t("form.username")}
        defaultValue={of("username")}
        autoComplete="off"
        optional
      />
      <TextField
        name="tags"
        label={t("form.tags")}
        hint={t("form.tagsHint")}
        defaultValue={member?.tags.join(", ")}
        autoComplete="off"
        optional
      />
      <FileField
        name="photo"
        label={t("form.photo")}
        hint={t("form.photoHint")}
        accept="image/jpeg,image/png,image/webp,image/gif,image/avif"
        optional
      />
      {member && (
        <TextareaField
          name="notes"
          label={t("form.notes")}
          hint={t("form.notesHint")}
          defaultValue={member.notes ?? ""}
          rows={4}
          optional
        />
      )}
    </ActionForm>
  );
}
