import "server-only";
import { z } from "zod";
import { blockFields, blockOf } from "@/lib/announcements/compose-block";
import { mediaFields } from "@/lib/media/form-schema";
import { createTemplateInput } from "./schema";

const { name, kind, body } = createTemplateInput.shape;

/** The form of a template: flat fields, as a browser sends them. */
export const templateForm = z
  .object({
    id: z.uuid().optional(),
    name,
    kind,
    body,
    timezone: z.string().max(64).optional(),
    ...blockFields,
    ...mediaFields,
  })
  .transform((form, issues) => ({
    id: form.id,
    name: form.name,
    kind: form.kind,
    body: form.body,
    media: form.media,
    block: blockOf(form, issues),
  }));
