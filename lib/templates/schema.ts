import { z } from "zod";
import { createAnnouncementInput } from "@/lib/announcements/schema";
import { cleanName, countGraphemes } from "@/lib/shared/text";
import { MOST_NAME_GRAPHEMES } from "./rules";

export const templateName = z
  .string()
  .max(2_200)
  .transform(cleanName)
  .pipe(z.string().min(1))
  .superRefine((name, issues) => {
    if (countGraphemes(name) <= MOST_NAME_GRAPHEMES) return;
    issues.addIssue({ code: "custom", message: "too_big_text", params: { maximum: MOST_NAME_GRAPHEMES } });
  });

const { kind, body, block, media } = createAnnouncementInput.shape;

/** What a form or the API sends to keep a template. */
export const createTemplateInput = z.strictObject({ name: templateName, kind, body, block, media });
export type CreateTemplateInput = z.output<typeof createTemplateInput>;

export const updateTemplateInput = z.strictObject({
  name: templateName.optional(),
  kind: kind.unwrap().optional(),
  body: body.optional(),
  block,
  media,
});
export type UpdateTemplateInput = z.output<typeof updateTemplateInput>;
