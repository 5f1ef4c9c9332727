"use client";
import { useTranslations } from "next-intl";
import { CheckboxGroupField, RadioField } from "@/components/ui/form-choices";
import { SelectField } from "@/components/ui/form-fields";
import type { CommunityChoice } from "@/lib/announcements/types";

export type AudienceState = {
  communityId: string;
  audience: "community" | "groups" | "segment";
  groupIds: string[];
  segmentId: string;
  excludeSegmentIds: string[];
};

type AudienceFieldsProps = {
  choices: readonly CommunityChoice[];
  segments: readonly { id: string; name: string }[];
  value: AudienceState;
};

/** Whom it is for: a community, all of it, chosen rooms or a segment, and who is left out. The form tells its changes upwards. */
export function AudienceFields({ choices, segments, value }: AudienceFieldsProps) {
  const t = useTranslations("announcements.compose");
  const community = choices.find(({ id }) => id === value.communityId);
  const named = segments.map(({ id, name }) => ({ value: id, label: name }));
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
          ...(segments.length > 0 ? [{ value: "segment", label: t("segment") }] : []),
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
      {value.audience === "segment" && (
        <SelectField
          name="segmentId"
          label={t("segmentName")}
          hint={t("segmentHint")}
          placeholder={t("segmentChoose")}
          defaultValue={value.segmentId}
          options={named}
        />
      )}
      {segments.length > 0 && (
        <CheckboxGroupField
          name="excludeSegmentIds[]"
          label={t("excludeSegments")}
          defaultValues={value.excludeSegmentIds}
          options={named.filter((option) => option.value !== value.segmentId || value.audience !== "segment")}
        />
      )}
    </div>
  );
}
