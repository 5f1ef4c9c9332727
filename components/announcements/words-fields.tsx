"use client";
import { useTranslations } from "next-intl";
import { type ComponentProps, useRef } from "react";
import { MediaField } from "@/components/media/media-field";
import { CountedTextareaField } from "@/components/ui/counted-fields";
import { SelectField } from "@/components/ui/form-fields";
import { ANNOUNCEMENT_KINDS } from "@/lib/announcements/rules";
import { BlockFields } from "./block-fields";
import type { BlockStart } from "./block-start";
import { FormatToolbar, markOfKeys, wrapSelection } from "./format-toolbar";

type WordsFieldsProps = {
  slug: string;
  start: { body: string; kind: string; block: BlockStart };
  /** The kind of block that is chosen now. */
  block: ComponentProps<typeof BlockFields>["kind"];
  bodyGraphemes: number;
  media: Pick<ComponentProps<typeof MediaField>, "items" | "onItems">;
};

/** What an announcement says: its text with marks, what it shows, its kind, and what it asks of its readers. */
export function WordsFields({ slug, start, block, bodyGraphemes, media }: WordsFieldsProps) {
  const t = useTranslations("announcements");
  const control = useRef<HTMLTextAreaElement>(null);
  return (
    <>
      <CountedTextareaField
        ref={control}
        name="body"
        label={t("compose.body")}
        hint={t("compose.bodyHint")}
        defaultValue={start.body}
        maxGraphemes={bodyGraphemes}
        toolbar={<FormatToolbar control={control} />}
        inputClassName="min-h-56"
        onKeyDown={(event) => {
          const mark = markOfKeys(event);
          if (!mark) return;
          event.preventDefault();
          wrapSelection(control.current, mark);
        }}
      />
      <MediaField uploadPath={`/t/${slug}/media`} mediaPath={`/media/${slug}`} {...media} />
      <SelectField
        name="kind"
        label={t("compose.kind")}
        defaultValue={start.kind}
        options={ANNOUNCEMENT_KINDS.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))}
      />
      <BlockFields kind={block} start={start.block} />
    </>
  );
}
