import { z } from "zod";
import { cleanText, countGraphemes } from "@/lib/shared/text";
import { MOST_ALT_GRAPHEMES, MOST_MEDIA } from "./rules";

const alt = z
  .string()
  .max(11_000, { error: "much_too_long" })
  .transform(cleanText)
  .superRefine((words, issues) => {
    if (countGraphemes(words) <= MOST_ALT_GRAPHEMES) return;
    issues.addIssue({ code: "custom", message: "too_big_text", params: { maximum: MOST_ALT_GRAPHEMES } });
  });

const choice = z.strictObject({ id: z.uuid(), alt: alt.default(""), decorative: z.boolean().default(false) });
export type MediaChoice = z.output<typeof choice>;

/** What is to be shown, in order, by the ids of uploads; an empty list is none. */
export const mediaChoices = z
  .array(choice)
  .max(MOST_MEDIA)
  .refine((list) => new Set(list.map(({ id }) => id)).size === list.length, { error: "named_twice" })
  .transform((list) => (list.length === 0 ? null : list));

const facts = z.object({
  id: z.uuid(),
  kind: z.enum(["image", "video", "document"]),
  contentType: z.string(),
  byteSize: z.int().min(0),
  width: z.int().nullable(),
  height: z.int().nullable(),
  name: z.string().meta({ description: "Of a document; else empty" }),
});

/** A medium as the API answers it. */
export const mediaSchema = facts.meta({ id: "Media" });

/** The same in something that shows it. */
export const attachedMediaSchema = facts
  .extend({
    alt: z.string().meta({ description: "What it is to who does not see it" }),
    decorative: z.boolean().meta({ description: "Says nothing by itself" }),
  })
  .meta({ id: "AttachedMedia" });
