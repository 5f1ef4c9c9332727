"use client";
import { useTranslations } from "next-intl";
import { CheckboxGroupField, RadioField } from "@/components/ui/form-choices";
import { SelectField } from "@/components/ui/form-fields";
import type { CommunityChoice } from "@/lib/announcements/types";

export type AudienceState = { communityId: string; audience: "community" | "groups"; groupIds: string[] };

type AudienceFieldsProps = { choices: readonly CommunityChoice[]; value: AudienceState };

/** Whom it is for: a community, all of it or chosen rooms. The form tells its changes upwards. */
export function AudienceFields({ choices, value }: AudienceFieldsProps) {
  const t = useTranslations("announcements.compose");
  const community = choices.find(({ id }) => id === value.communityId);
  return (
    <div className="grid gap-4">
      <SelectField
        name="communityId"
        label={t("community")}
        defaultValue={value.communityId}
        options={choices.map(({ id, name, memberCount }) => ({
          value: id,
          label: t("withMembers", { name, count: memberCount }),
        }))}
      />
      <RadioField
        name="audience"
        label={t("audience")}
        defaultValue={value.audience}
        options={[
          { value: "community", label: t("wholeCommunity") },
          { value: "groups", label: t("chosenGroups"), disabled: (community?.groups.length ?? 0) === 0 },
        ]}
      />
      {value.audience === "groups" && community && (
        <CheckboxGroupField
          key={community.id}
          name="groupIds[]"
          label={t("groups")}
          defaultValues={value.groupIds}
          options={community.groups.map(({ id, name, memberCount }) => ({
            value: id,
            label: t("withMembers", { name, count: memberCount }),
          }))}
        />
      )}
    </div>
  );
}
