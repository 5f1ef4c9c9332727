import { getTranslations } from "next-intl/server";
import { SectionCard } from "@/components/ui/card";
import { SwitchField } from "@/components/ui/form-choices";
import { SelectField, TextField } from "@/components/ui/form-fields";
import type { FormState } from "@/lib/platform/actions/form-state";
import { InviteMaker } from "./invite-maker";

type InviteFormProps = {
  /** Making it as the team or as an admin in the portal. */
  action: (previous: FormState, form: FormData) => Promise<FormState>;
  community: { id: string; name: string };
  /** The rooms it may lead to; without any it leads where `groupId` says. */
  groups: readonly { id: string; name: string }[];
  groupId?: string | undefined;
};

/** A new invite: where it leads, how long, for how many (H7). */
export async function InviteForm({ action, community, groups, groupId }: InviteFormProps) {
  const t = await getTranslations("invites");
  const texts = {
    submit: t("submit"),
    ready: t("ready"),
    readyBody: t("readyBody"),
    copy: t("copy"),
    copyText: t("copyText"),
    whatsappText: t("whatsappText"),
    whatsapp: t("whatsapp", { name: community.name, url: "{url}" }),
    print: t("print"),
    qr: t("qr"),
    another: t("another"),
  };
  const places = groups.map((group) => ({ value: group.id, label: group.name }));
  const expiries = (["never", "day", "week", "month"] as const).map((value) => ({
    value,
    label: t(`expiresOptions.${value}`),
  }));
  return (
    <SectionCard id="new-invite" title={t("create")} description={t("createBody")}>
      <InviteMaker action={action} name={community.name} texts={texts}>
        <input type="hidden" name="communityId" value={community.id} />
        {groupId === undefined ? (
          <SelectField
            name="groupId"
            label={t("where")}
            options={[{ value: "", label: t("wholeCommunity") }, ...places]}
          />
        ) : (
          <input type="hidden" name="groupId" value={groupId} />
        )}
        <SelectField name="expires" label={t("expires")} options={expiries} defaultValue="never" />
        <TextField
          name="maxUses"
          label={t("maxUses")}
          hint={t("maxUsesHint")}
          inputMode="numeric"
          autoComplete="off"
        />
        <SwitchField name="approval" label={t("approval")} hint={t("approvalHint")} />
      </InviteMaker>
    </SectionCard>
  );
}
