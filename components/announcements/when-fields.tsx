"use client";
import { useTranslations } from "next-intl";
import { RadioField } from "@/components/ui/form-choices";
import { TextField } from "@/components/ui/form-fields";

type WhenFieldsProps = {
  when: "now" | "at";
  localTime: string;
  timezone: string;
  /** The zone in words, and the earliest minute that can be chosen there. */
  zoneName: string;
  earliest: string;
};

/** Now, or at a wall-clock time in the zone that is named beside it (A6). */
export function WhenFields({ when, localTime, timezone, zoneName, earliest }: WhenFieldsProps) {
  const t = useTranslations("announcements.compose");
  return (
    <div className="grid gap-4">
      <RadioField
        name="when"
        label={t("when")}
        defaultValue={when}
        options={[
          { value: "now", label: t("now") },
          { value: "at", label: t("at") },
        ]}
      />
      <input type="hidden" name="timezone" value={timezone} />
      {when === "at" && (
        <TextField
          name="localTime"
          type="datetime-local"
          label={t("localTime")}
          hint={t("zone", { zone: zoneName, id: timezone })}
          defaultValue={localTime}
          min={earliest}
          className="max-w-form"
        />
      )}
    </div>
  );
}
