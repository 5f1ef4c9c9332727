import { getTranslations } from "next-intl/server";
import { SectionCard } from "@/components/ui/card";
import { ActionForm } from "@/components/ui/form";
import { RadioField } from "@/components/ui/form-choices";
import { TextField } from "@/components/ui/form-fields";
import { inviteStaffAction } from "@/lib/accounts/actions/team";
import { INVITATION_DAYS } from "@/lib/accounts/rules";

const ROLES = ["admin", "marketer", "finance", "agent"] as const;

export async function InviteForm({ slug }: { slug: string }) {
  const t = await getTranslations("accounts");
  return (
    <SectionCard
      id="invite"
      title={t("team.invite")}
      description={t("team.inviteBody", { days: INVITATION_DAYS })}
    >
      <ActionForm
        action={inviteStaffAction.bind(null, slug)}
        submitLabel={t("team.sendInvite")}
        successMessage={t("team.invited")}
        resetOnSuccess
      >
        <TextField name="email" type="email" label={t("fields.email")} autoComplete="off" inputMode="email" />
        <RadioField
          name="role"
          label={t("fields.role")}
          defaultValue="marketer"
          options={ROLES.map((role) => ({
            value: role,
            label: t(`roles.${role}`),
            hint: t(`roleHints.${role}`),
          }))}
        />
      </ActionForm>
    </SectionCard>
  );
}
