import { z } from "zod";
import { kindField } from "@/lib/feedback/schema";
import { boundedName, boundedText } from "@/lib/shared/bounded-text";
import type { BlockKind } from "./block-rules";

/** What WhatsApp allows of a poll, and what fits a phone. */
export const BLOCK_LIMITS = {
  question: 300,
  option: 100,
  options: 12,
  place: 300,
  rules: 2_048,
  label: 40,
  answer: 4_096,
  url: 2_000,
  seats: 21_504,
  winners: 100,
  reminders: 3,
  hours: 8_760,
} as const;

const question = boundedName(BLOCK_LIMITS.question);
const localTime = z.string().max(30);
const timezone = z.string().max(64);
const afterHours = z.int().min(1).max(BLOCK_LIMITS.hours);

const option = boundedName(BLOCK_LIMITS.option);
const optionsField = z
  .array(option)
  .min(2)
  .max(BLOCK_LIMITS.options)
  .superRefine((options, issues) => {
    const twin = options.findIndex((text, place) => options.indexOf(text) < place);
    if (twin > 0) issues.addIssue({ code: "custom", message: "same_option", path: [twin] });
  });

/** When answers end: at a wall-clock time in a zone, or hours after the sending, which also suits a series. */
const closing = {
  closesAt: localTime.optional(),
  timezone: timezone.optional(),
  closesAfterHours: afterHours.optional(),
};

const poll = z.strictObject({
  kind: z.literal("poll"),
  question,
  options: optionsField,
  multiple: z.boolean().default(false),
  ...closing,
});

const event = z.strictObject({
  kind: z.literal("event"),
  title: question,
  startsAt: localTime,
  endsAt: localTime.optional(),
  timezone,
  place: boundedName(BLOCK_LIMITS.place, { mayBeEmpty: true }).default(""),
  /** How many may say yes; null: as many as like. */
  seats: z.int().min(1).max(BLOCK_LIMITS.seats).nullable().default(null),
  /** Hours before the beginning at which those who said yes or maybe are reminded. */
  remindHours: z.array(afterHours).max(BLOCK_LIMITS.reminders).default([24]),
});

const giveaway = z
  .strictObject({
    kind: z.literal("giveaway"),
    prize: question,
    winners: z.int().min(1).max(BLOCK_LIMITS.winners).default(1),
    rules: boundedText(BLOCK_LIMITS.rules).default(""),
    ...closing,
  })
  .superRefine(({ closesAt, closesAfterHours }, issues) => {
    if (closesAt === undefined && closesAfterHours === undefined)
      issues.addIssue({ code: "custom", message: "required", path: ["closesAt"] });
  });

const feedback = z.strictObject({
  kind: z.literal("feedback"),
  question: boundedName(200),
  score: z.enum(["none", "nps", "csat"]).default("none"),
  feedbackKind: kindField.default("suggestion"),
});

const button = z.strictObject({
  kind: z.literal("button"),
  label: boundedName(BLOCK_LIMITS.label),
  url: z
    .string()
    .max(BLOCK_LIMITS.url)
    .pipe(z.url({ protocol: /^https?$/u, error: "web_address" })),
});

/** One interactive block of an announcement (A2). */
export const blockContent = z.discriminatedUnion("kind", [poll, event, giveaway, feedback, button]);
export type BlockContent = z.output<typeof blockContent>;
export type BlockOf<K extends BlockKind> = Extract<BlockContent, { kind: K }>;

/** What somebody answers: choices of a poll, `yes`, `maybe` or `no` to an event, `in` a giveaway; words and a score to a question. */
export const answerInput = z.strictObject({
  choices: z.array(z.string().max(10)).max(BLOCK_LIMITS.options).default([]),
  body: boundedText(BLOCK_LIMITS.answer).default(""),
  score: z.int().min(0).max(10).nullable().default(null),
});
export type AnswerInput = z.output<typeof answerInput>;

const noScore = (value: unknown) => (value === "" ? null : Number(value));

/** The same from the portal. */
export const answerForm = z.object({
  blockId: z.uuid(),
  choices: answerInput.shape.choices,
  body: answerInput.shape.body,
  score: z.preprocess(noScore, answerInput.shape.score).default(null),
});

export const blockIdForm = z.object({ blockId: z.uuid() });
