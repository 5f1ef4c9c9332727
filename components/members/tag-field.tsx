"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { describedBy, Field } from "@/components/ui/field";
import { firstOf, useFormField } from "@/components/ui/form-context";
import { TextInput } from "@/components/ui/text-input";
import { tagsOf } from "@/lib/members/form-rules";
import { foldForSearch } from "@/lib/shared/text";

type TagFieldProps = { given: readonly string[]; known: readonly string[] };

/** Tags separated by commas, with the tenant's most used ones to press. */
export function TagField({ given, known }: TagFieldProps) {
  const t = useTranslations("members.form");
  const label = t("tags");
  const hint = t("tagsHint");
  const { id, errors, kept } = useFormField("tags", label);
  const [text, setText] = useState(firstOf(kept) ?? given.join(", "));
  const chosen = new Set(tagsOf(text).map(foldForSearch));
  const toggle = (tag: string) => {
    const others = tagsOf(text).filter((each) => foldForSearch(each) !== foldForSearch(tag));
    setText((chosen.has(foldForSearch(tag)) ? others : [...others, tag]).join(", "));
  };
  return (
    <Field id={id} label={label} hint={hint} errors={errors} optionalMark={t("optional")}>
      <TextInput
        id={id}
        name="tags"
        autoComplete="off"
        value={text}
        onChange={(event) => setText(event.target.value)}
        aria-invalid={errors?.length ? true : undefined}
        aria-describedby={describedBy(id, { hint, errors })}
      />
      {known.length > 0 && (
        <fieldset className="flex flex-wrap gap-1.5" aria-label={t("knownTags")}>
          {known.map((tag) => (
            <button
              key={tag}
              type="button"
              aria-pressed={chosen.has(foldForSearch(tag))}
              onClick={() => toggle(tag)}
              className="min-h-8 rounded-pill border border-line-strong px-3 text-ink2 text-meta hover:bg-sunken aria-pressed:border-porta aria-pressed:bg-porta-soft aria-pressed:font-semibold aria-pressed:text-porta"
            >
              {tag}
            </button>
          ))}
        </fieldset>
      )}
    </Field>
  );
}
