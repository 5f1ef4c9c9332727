"use client";
import { useTranslations } from "next-intl";
import { SelectField, TextField } from "@/components/ui/form-fields";
import { MOST_EVERGREEN_DAYS } from "@/lib/announcements/rules";
import type { EvergreenStart } from "./evergreen-start";

type EvergreenFieldsProps = {
  value: { evergreen: EvergreenStart; remindsId: string };
  /** The day that it is in the zone of the tenant: the first that can be chosen. */
  today: string;
};

/** Whether who joins after it went out gets it too, and for how long (A5); who joins later has nothing to be reminded of. */
export function EvergreenFields({ value: { evergreen: value, remindsId }, today }: EvergreenFieldsProps) {
  const t = useTranslations("announcements.compose.evergreen");
  if (remindsId !== "") return null;
  return (
    <div className="grid gap-4">
      <SelectField
        name="evergreen"
        label={t("label")}
        hint={t("hint")}
        defaultValue={value.kind}
        options={[
          { value: "", label: t("no") },
          { value: "days", label: t("forDays") },
          { value: "until", label: t("untilDay") },
        ]}
      />
      {value.kind === "days" && (
        <TextField
          name="evergreen.days"
          type="number"
          inputMode="numeric"
          label={t("days")}
          hint={t("daysHint")}
          min={1}
          max={MOST_EVERGREEN_DAYS}
          className="max-w-form"
          defaultValue={value.days}
        />
      )}
      {value.kind === "until" && (
        <TextField
          name="evergreen.until"
          type="date"
          label={t("until")}
          hint={t("untilHint")}
          min={today}
          className="max-w-form"
          defaultValue={value.until}
        />
      )}
    </div>
  );
}
