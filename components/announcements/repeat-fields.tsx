"use client";
import { useLocale, useTranslations } from "next-intl";
import { CheckboxGroupField } from "@/components/ui/form-choices";
import { SelectField, TextareaField, TextField } from "@/components/ui/form-fields";
import { ENDS, REPEATS, WEEKDAYS, weekdayOf } from "@/lib/announcements/repeat-rules";
import type { WhenState } from "./when-state";

/** Once, or again and again, and until when. What there are no words for is a rule of RFC 5545 as it came. */
export function RepeatFields({ value }: { value: WhenState }) {
  const t = useTranslations("announcements.repeat");
  const { repeat, ends, localTime } = value;
  const hasEnd = repeat !== "once" && repeat !== "own";
  const day = Number(localTime.slice(8, 10)) || 1;
  return (
    <div className="grid max-w-form gap-4">
      <SelectField
        name="repeat"
        label={t("label")}
        defaultValue={repeat}
        hint={repeat === "monthly" && day > 28 ? t("shortMonths", { day }) : undefined}
        options={REPEATS.map((name) => ({ value: name, label: t(`choices.${name}`, { day }) }))}
      />
      {repeat === "weekly" && <WeekdayFields value={value} />}
      {repeat === "own" && (
        <TextareaField
          name="rrule"
          label={t("rrule")}
          hint={t("rruleHint")}
          defaultValue={value.rrule}
          maxLength={2_000}
          rows={2}
          spellCheck={false}
        />
      )}
      {hasEnd && (
        <div className="grid gap-4 sm:grid-cols-2">
          <SelectField
            name="ends"
            label={t("ends")}
            defaultValue={ends}
            options={ENDS.map((name) => ({ value: name, label: t(`endings.${name}`) }))}
          />
          {ends === "until" && (
            <TextField
              name="until"
              type="date"
              label={t("until")}
              defaultValue={value.until}
              min={localTime.slice(0, 10)}
            />
          )}
          {ends === "count" && (
            <TextField
              name="count"
              type="number"
              inputMode="numeric"
              label={t("count")}
              defaultValue={value.count ?? ""}
              min={1}
            />
          )}
        </div>
      )}
      {hasEnd && <input type="hidden" name="exceptions" value={value.exceptions} />}
    </div>
  );
}

function WeekdayFields({ value }: { value: WhenState }) {
  const t = useTranslations("announcements.repeat");
  const locale = useLocale();
  const names = new Intl.DateTimeFormat(locale, { weekday: "long", timeZone: "UTC" });
  return (
    <CheckboxGroupField
      name="weekdays[]"
      label={t("weekdays")}
      defaultValues={value.weekdays.length > 0 ? value.weekdays : [weekdayOf(value.localTime)]}
      // 1 January 2024 was a Monday.
      options={WEEKDAYS.map((day, index) => ({
        value: day,
        label: names.format(new Date(Date.UTC(2024, 0, 1 + index))),
      }))}
      className="[&>div]:grid-cols-2 sm:[&>div]:grid-cols-4"
    />
  );
}
