"use client";
import { useTranslations } from "next-intl";
import { CheckboxGroupField } from "@/components/ui/form-choices";
import { SelectField } from "@/components/ui/form-fields";
import type { AudienceState } from "./audience-fields";

type Named = { id: string; name: string };
type ExclusionFieldsProps = {
  groups: readonly Named[];
  segments: readonly Named[];
  recent: readonly Named[];
  value: AudienceState;
};

/** Who is left out (A3): rooms, segments, those who got something already, those who did not read it. Closed until it is used. */
export function ExclusionFields({ groups, segments, recent, value }: ExclusionFieldsProps) {
  const t = useTranslations("announcements.compose");
  const { excludeGroupIds, excludeSegmentIds, receivedAnnouncementId, didNotReadAnnouncementId } = value;
  if (groups.length + segments.length + recent.length === 0) return null;
  const used =
    excludeGroupIds.length +
    excludeSegmentIds.length +
    (receivedAnnouncementId ? 1 : 0) +
    (didNotReadAnnouncementId ? 1 : 0);
  const options = (list: readonly Named[]) => list.map(({ id, name }) => ({ value: id, label: name }));
  const sent = [{ value: "", label: t("excludeNobody") }, ...options(recent)];
  return (
    <details className="group" open={used > 0}>
      <summary className="link flex min-h-11 cursor-pointer items-center">
        {t("exclude", { count: used })}
      </summary>
      <div className="mt-2 grid gap-4">
        {groups.length > 0 && (
          <CheckboxGroupField
            name="excludeGroupIds[]"
            label={t("excludeGroups")}
            defaultValues={excludeGroupIds}
            options={options(groups)}
          />
        )}
        {segments.length > 0 && (
          <CheckboxGroupField
            name="excludeSegmentIds[]"
            label={t("excludeSegments")}
            defaultValues={excludeSegmentIds}
            options={options(segments)}
          />
        )}
        {recent.length > 0 && (
          <>
            <SelectField
              name="receivedAnnouncementId"
              label={t("excludeReceived")}
              defaultValue={receivedAnnouncementId}
              options={sent}
            />
            <SelectField
              name="didNotReadAnnouncementId"
              label={t("excludeUnread")}
              defaultValue={didNotReadAnnouncementId}
              options={sent}
            />
          </>
        )}
      </div>
    </details>
  );
}
