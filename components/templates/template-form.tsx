"use client";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { readBlock } from "@/components/announcements/block-start";
import { PhonePreview } from "@/components/announcements/phone-preview";
import { WordsFields } from "@/components/announcements/words-fields";
import { CountedTextField } from "@/components/ui/counted-fields";
import { ActionForm } from "@/components/ui/form";
import { saveTemplateAction } from "@/lib/templates/actions";
import type { TemplateStart } from "./template-start";

export type TemplateFormProps = {
  slug: string;
  start: TemplateStart;
  house: { name: string; timezone: string; bodyGraphemes: number; nameGraphemes: number };
};

/** The text of a template, seen on a phone while it is typed. */
export function TemplateForm({ slug, start, house }: TemplateFormProps) {
  const t = useTranslations("announcements");
  const [form, setForm] = useState(start);
  const [media, setMedia] = useState(start.media);
  return (
    <div className="grid gap-x-8 gap-y-5 lg:grid-cols-[minmax(0,1fr)_340px]">
      <ActionForm action={saveTemplateAction.bind(null, slug)} submitLabel={t("templates.save")}>
        <div className="grid gap-6" onInput={(event) => setForm(readForm(event, form))}>
          {start.id && <input type="hidden" name="id" value={start.id} />}
          <input type="hidden" name="timezone" value={house.timezone} />
          <CountedTextField
            name="name"
            label={t("templates.name")}
            hint={t("templates.nameHint")}
            defaultValue={start.name}
            maxGraphemes={house.nameGraphemes}
          />
          <WordsFields
            slug={slug}
            start={start}
            block={form.block.kind}
            bodyGraphemes={house.bodyGraphemes}
            media={{ items: media, onItems: setMedia }}
          />
        </div>
      </ActionForm>
      <div className="lg:sticky lg:top-6 lg:self-start">
        <PhonePreview
          body={form.body}
          block={form.block}
          media={{ items: media, path: `/media/${slug}` }}
          community={house.name}
          time="18:00"
        />
      </div>
    </div>
  );
}

function readForm(event: FormEvent<HTMLElement>, before: TemplateStart): TemplateStart {
  const element = event.currentTarget.closest("form");
  if (!element) return before;
  const form = new FormData(element);
  return { ...before, body: String(form.get("body") ?? ""), block: readBlock(form) };
}
