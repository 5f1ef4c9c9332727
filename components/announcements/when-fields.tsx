"use client";
import { useTranslations } from "next-intl";
import { useId } from "react";
import { Button } from "@/components/ui/button";
import { RadioField } from "@/components/ui/form-choices";
import { TextField } from "@/components/ui/form-fields";
import { suggestTimes } from "./time-suggestions";

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
  const marker = useId();
  return (
    <div id={marker} className="grid gap-4">
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
        <>
          <TextField
            name="localTime"
            type="datetime-local"
            label={t("localTime")}
            hint={t("zone", { zone: zoneName, id: timezone })}
            defaultValue={localTime}
            min={earliest}
            className="max-w-form"
          />
          <fieldset className="flex flex-wrap gap-2">
            <legend className="sr-only">{t("suggestions")}</legend>
            {suggestTimes(earliest).map((suggestion) => (
              <Button key={suggestion.key} size="sm" onClick={() => choose(marker, suggestion.localTime)}>
                {t(`times.${suggestion.key}`)}
              </Button>
            ))}
          </fieldset>
        </>
      )}
    </div>
  );
}

/** Puts the time into the field as if it were typed, so that whoever listens to the form hears of it. */
function choose(markerId: string, localTime: string): void {
  const field = document.getElementById(markerId)?.querySelector<HTMLInputElement>("[name=localTime]");
  if (!field) return;
  field.value = localTime;
  field.dispatchEvent(new Event("input", { bubbles: true }));
}
