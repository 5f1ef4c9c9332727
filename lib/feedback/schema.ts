import { z } from "zod";
import { boundedName, boundedText } from "@/lib/shared/bounded-text";
import { cleanName } from "@/lib/shared/text";
import { DIGEST_FREQUENCIES } from "./digest-rules";
import { FEEDBACK_KINDS, FEEDBACK_STATUSES } from "./rules";

export const SCALES = ["nps", "csat"] as const;

export const FEEDBACK_LIMITS = { title: 200, body: 4_096, reason: 1_024, tag: 40, tags: 20 } as const;
const titleField = boundedName(FEEDBACK_LIMITS.title);
const bodyField = boundedText(FEEDBACK_LIMITS.body).default("");
const reasonField = boundedText(FEEDBACK_LIMITS.reason);
const tagField = boundedName(FEEDBACK_LIMITS.tag);

export const kindField = z.enum(FEEDBACK_KINDS);
/** What may be asked for; merging has a door of its own. */
export const statusField = z.enum(FEEDBACK_STATUSES).exclude(["merged"]);

export const sendFeedbackInput = z
  .strictObject({
    kind: kindField,
    title: titleField,
    body: bodyField,
    score: z.number().int().min(0).max(10).nullable().default(null),
    scale: z.enum(SCALES).default("nps"),
    communityId: z.uuid().nullable().default(null),
    /** Other members of the community may see it, without its author, and support it; only of suggestions there. */
    shared: z.boolean().default(false),
    /** Staff writing down what somebody told them; without it the actor's own member record. */
    memberId: z.uuid().optional(),
    tags: z.array(tagField).max(FEEDBACK_LIMITS.tags).default([]),
  })
  .superRefine(({ score, scale }, issues) => {
    if (scale !== "csat" || score === null) return;
    if (score > 5)
      issues.addIssue({
        code: "too_big",
        origin: "number",
        maximum: 5,
        inclusive: true,
        path: ["score"],
        input: score,
      });
    if (score < 1)
      issues.addIssue({
        code: "too_small",
        origin: "number",
        minimum: 1,
        inclusive: true,
        path: ["score"],
        input: score,
      });
  });
export type SendFeedbackInput = z.input<typeof sendFeedbackInput>;

export const updateFeedbackFields = z.strictObject({
  status: statusField.optional(),
  reason: reasonField.optional(),
  /** The status that the editor saw: if it has moved since, the change is refused. */
  seenStatus: z.enum(FEEDBACK_STATUSES).optional(),
  ownerId: z.uuid().nullable().optional(),
  dueAt: z.iso
    .datetime({ offset: true })
    .refine((text) => Date.parse(text) > 0)
    .nullable()
    .optional(),
  /** Takes it from the view of other members, or lets them see it again if its author allows it. */
  shared: z.boolean().optional(),
  tags: z.array(tagField).max(FEEDBACK_LIMITS.tags).optional(),
});
export type UpdateFeedbackFields = z.input<typeof updateFeedbackFields>;

export const commentInput = z.strictObject({
  body: boundedText(FEEDBACK_LIMITS.body, { mayBeEmpty: false }),
  /** A note among staff. */
  internal: z.boolean().default(false),
});
export type CommentInput = z.input<typeof commentInput>;

// What the forms of pages send: texts, an empty one standing for "none".
const emptyIsNull = (text: string) => text || null;
const idOrNone = z.string().transform(emptyIsNull).pipe(z.uuid().nullable());
const scoreOrNone = z.string().transform((text) => (text === "" ? null : Number(text)));

export const sendFeedbackForm = z.object({
  kind: kindField,
  title: titleField,
  body: bodyField,
  communityId: idOrNone.default(null),
  score: scoreOrNone.pipe(z.number().int().min(0).max(10).nullable()).default(null),
  shared: z.preprocess((value) => value === "on", z.boolean()),
});
const subject = { feedbackId: z.uuid() };
export const commentForm = z.object({ ...subject, body: commentInput.shape.body });
export const statusForm = z.object({
  ...subject,
  status: statusField,
  reason: reasonField.optional(),
  seenStatus: z.enum(FEEDBACK_STATUSES),
});
export const digestForm = z.object({
  frequency: z
    .string()
    .transform((text) => text || null)
    .pipe(z.enum(DIGEST_FREQUENCIES).nullable()),
});
export const subjectForm = z.object(subject);
export const mergeForm = z.object({ ...subject, into: z.uuid({ error: "required" }) });
export const solvedForm = z.object({ ...subject, solved: z.enum(["yes", "no"]), body: bodyField });
export const shareForm = z.object({ ...subject, shared: z.enum(["yes", "no"]) });
export const careForm = z.object({
  ...subject,
  ownerId: idOrNone,
  tags: z
    .string()
    .transform((text) => text.split(",").map(cleanName).filter(Boolean))
    .pipe(updateFeedbackFields.shape.tags.unwrap()),
});
