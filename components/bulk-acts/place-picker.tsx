"use client";
import { ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import { FieldErrors } from "@/components/ui/field";
import { useFormField } from "@/components/ui/form-context";
import { Icon } from "@/components/ui/icon";
import { TextInput } from "@/components/ui/text-input";
import type { PlaceChoice } from "./bulk-act-form";

const FEW = 8;

/** Communities as wholes and their groups, each community folded; from many on with a field that finds them by name. */
export function PlacePicker({ places }: { places: readonly PlaceChoice[] }) {
  const t = useTranslations("bulkActs");
  const field = useFormField("groupIds", t("places"));
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [typed, setTyped] = useState("");
  const isFound = (name: string) => fold(name).includes(fold(typed));
  const shown = places.flatMap((place) => {
    const groups = isFound(place.name) ? place.groups : place.groups.filter(({ name }) => isFound(name));
    return isFound(place.name) || groups.length > 0 ? [{ ...place, groups }] : [];
  });
  const many = places.reduce((sum, { groups }) => sum + 1 + groups.length, 0) > FEW;
  const box = (value: string, label: string) => (
    <Checkbox
      key={value}
      label={label}
      checked={chosen.includes(value)}
      onChange={(event) =>
        setChosen(event.target.checked ? [...chosen, value] : chosen.filter((each) => each !== value))
      }
    />
  );
  return (
    <fieldset id={field.id} tabIndex={-1} className="grid min-w-0 gap-2">
      <legend className="mb-1 font-semibold text-control">{t("places")}</legend>
      {chosen.map((value) => (
        <input key={value} type="hidden" name="places[]" value={value} />
      ))}
      {many && (
        <TextInput
          type="search"
          aria-label={t("findPlace")}
          placeholder={t("findPlace")}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      )}
      <div className="grid max-h-64 overflow-y-auto rounded-control border border-line px-3">
        {shown.map(({ id, name, groups }) => {
          const ticked = groups.filter((group) => chosen.includes(`g:${group.id}`)).length;
          return (
            <details
              key={id}
              open={typed !== "" || places.length === 1}
              className="group border-line border-b last:border-b-0"
            >
              <summary className="flex min-h-11 cursor-pointer list-none items-center gap-2 font-medium">
                <Icon of={ChevronRight} size={16} className="shrink-0 group-open:rotate-90" />
                <span className="min-w-0 break-words">{name}</span>
                <span className="ml-auto text-ink2 text-meta tabular-nums">
                  {t("ticked", { count: ticked + (chosen.includes(`c:${id}`) ? 1 : 0) })}
                </span>
              </summary>
              <div className="grid pb-2 pl-3">
                {box(`c:${id}`, t("wholeCommunity"))}
                {groups.map((group) => box(`g:${group.id}`, group.name))}
              </div>
            </details>
          );
        })}
        {shown.length === 0 && <p className="py-3 text-ink2">{t("noPlace")}</p>}
      </div>
      <FieldErrors id={field.id} errors={field.errors} />
    </fieldset>
  );
}

function fold(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
