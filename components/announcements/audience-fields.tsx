"use client";
import { useTranslations } from "next-intl";
import { CheckboxGroupField, RadioField } from "@/components/ui/form-choices";
import { SelectField } from "@/components/ui/form-fields";
import type { CommunityChoice } from "@/lib/announcements/types";

import { ExclusionFields } from "./exclusion-fields";

export type AudienceState = {
  communityId: string;
  audience: "community" | "groups" | "segment";
  groupIds: string[];
  segmentId: string;
  excludeSegmentIds: string[];
  excludeGroupIds: string[];
  receivedAnnouncementId: string;
  didNotReadAnnouncementId: string;
};

type AudienceFieldsProps = {
  choices: readonly CommunityChoice[];
  segments: readonly { id: string; name: string }[];
  recent: readonly { id: string; name: string }[];
  value: AudienceState;
};

/** Whom it is for: a community, all of it, chosen rooms or a segment, and who is left out. The form tells its changes upwards. */
export function AudienceFields({ choices, segments, recent, value }: AudienceFieldsProps) {
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
      <ExclusionFields
        key={`out of ${value.communityId}`}
        groups={
          community?.groups.filter(({ id }) => value.audience !== "groups" || !value.groupIds.includes(id)) ??
          []
        }
        segments={segments.filter(({ id }) => value.audience !== "segment" || id !== value.segmentId)}
        recent={recent}
        value={value}
      />
    </div>
  );
}
