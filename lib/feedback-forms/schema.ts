import { z } from "zod";
import { kindField, sendFeedbackInput } from "@/lib/feedback/schema";
import { boundedName } from "@/lib/shared/bounded-text";

export const FORM_LIMITS = { name: 100, email: 320 } as const;

const name = boundedName(FORM_LIMITS.name);

export const createFormInput = z.strictObject({
  name: name.meta({ description: "What the team calls it; also the title of the page" }),
  communityId: z.uuid().nullable().default(null),
});
export type CreateFormInput = z.input<typeof createFormInput>;

const idOrNone = z
  .string()
  .transform((text) => text || null)
  .pipe(z.uuid().nullable());
export const createFormForm = z.object({ name, communityId: idOrNone.default(null) });
export const formIdForm = z.object({ formId: z.uuid() });
export const contactForm = z.object({ feedbackId: z.uuid() });

const shape = sendFeedbackInput.shape;

/** What a visitor sends. `website` is for machines alone: no person sees it. */
export const publicForm = z
  .object({
    kind: kindField,
    title: shape.title,
    body: shape.body,
    name: boundedName(FORM_LIMITS.name, { mayBeEmpty: true }).default(""),
    email: z
      .string()
      .trim()
      .toLowerCase()
      .max(FORM_LIMITS.email)
      .pipe(z.union([z.literal(""), z.email()]))
      .default(""),
    consent: z.preprocess((value) => value === "on", z.boolean()),
    website: z.string().max(2_000).default(""),
  })
  .superRefine(({ email, name, consent }, issues) => {
    if ((email !== "" || name !== "") && !consent)
      issues.addIssue({ code: "custom", message: "consent_missing", path: ["consent"] });
  });
export type PublicForm = z.output<typeof publicForm>;
