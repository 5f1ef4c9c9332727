"use client";
import { useTranslations } from "next-intl";
import { useId } from "react";
import { Button } from "@/components/ui/button";
import { CheckboxField, RadioField } from "@/components/ui/form-choices";
import { TextField } from "@/components/ui/form-fields";
import { NextTimesNote } from "./next-times-note";
import { RepeatFields } from "./repeat-fields";
import { suggestTimes } from "./time-suggestions";
import type { WhenState } from "./when-state";

type WhenFieldsProps = {
  slug: string;
  value: WhenState;
  /** The zone, its name in words, and the earliest minute that can be chosen there. */
  zone: { id: string; name: string; earliest: string };
};

/** Now, or at a wall-clock time in the zone that is named beside it, once or again and again (A6). */
export function WhenFields({ slug, value, zone }: WhenFieldsProps) {
  const t = useTranslations("announcements.compose");
  const marker = useId();
  return (
    <div id={marker} className="grid gap-4">
      <RadioField
        name="when"
        label={t("when")}
        defaultValue={value.when}
        options={[
          { value: "now", label: t("now") },
          { value: "at", label: t("at") },
        ]}
      />
      <input type="hidden" name="timezone" value={zone.id} />
      {value.when === "at" && (
        <>
          <TextField
            name="localTime"
            type="datetime-local"
            label={t("localTime")}
            hint={t("zone", { zone: zone.name, id: zone.id })}
            defaultValue={value.localTime}
            min={zone.earliest}
            className="max-w-form"
          />
          <fieldset className="flex flex-wrap gap-2">
            <legend className="sr-only">{t("suggestions")}</legend>
            {suggestTimes(zone.earliest).map((suggestion) => (
              <Button key={suggestion.key} size="sm" onClick={() => choose(marker, suggestion.localTime)}>
                {t(`times.${suggestion.key}`)}
              </Button>
            ))}
          </fieldset>
          <CheckboxField
            name="memberLocal"
            label={t("memberLocal")}
            hint={t("memberLocalHint")}
            defaultChecked={value.isMemberLocal}
          />
          <RepeatFields value={value} />
          <NextTimesNote slug={slug} value={value} timezone={zone.id} />
        </>
      )}
      <CheckboxField
        name="businessHours"
        label={t("businessHours")}
        hint={t("businessHoursHint")}
        defaultChecked={value.isBusiness}
      />
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
