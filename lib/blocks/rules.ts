import type { FieldIssue } from "@/lib/shared/refusal";
import type { AnswerInput, BlockContent } from "./schema";
import type { Block } from "./types";

export const ATTENDANCE = ["yes", "maybe", "no"] as const;
export const ENTERED = "in";
export const PRESSED = "pressed";
/** Stands for the winners of a draw, where answers are chosen. */
export const WON = "won";

/** What can be chosen in a block: of a poll the places of its options. */
export function choicesOf(content: BlockContent): string[] {
  switch (content.kind) {
    case "poll":
      return content.options.map((_, place) => String(place));
    case "event":
      return [...ATTENDANCE];
    case "giveaway":
      return [ENTERED];
    case "button":
      return [PRESSED];
    case "feedback":
      return [];
  }
}

/** Whether a block still takes answers; an event does until it begins. */
export function isOpen(block: Pick<Block, "closesAt" | "closedAt" | "startsAt">, now: Date): boolean {
  const ends = [block.closesAt, block.startsAt].filter((at) => at !== null);
  return block.closedAt === null && ends.every((at) => at > now);
}

/** The scores that a question takes; null: it asks for words. */
export function scaleOf(content: BlockContent): { from: number; to: number } | null {
  if (content.kind !== "feedback" || content.score === "none") return null;
  return content.score === "nps" ? { from: 0, to: 10 } : { from: 1, to: 5 };
}

/** What is wrong with an answer, field by field. */
export function answerProblems(content: BlockContent, answer: AnswerInput): FieldIssue[] {
  if (content.kind === "feedback") return feedbackProblems(content, answer);
  const known = choicesOf(content);
  const chosen = new Set(answer.choices);
  if (chosen.size === 0) return [{ path: "choices", code: "choose_some" }];
  const mayBeMany = content.kind === "poll" && content.multiple;
  if (chosen.size > 1 && !mayBeMany) return [{ path: "choices", code: "choose_one" }];
  const unknown = answer.choices.findIndex((choice) => !known.includes(choice));
  return unknown < 0 ? [] : [{ path: `choices.${unknown}`, code: "unknown_choice" }];
}

function feedbackProblems(content: BlockContent, { body, score }: AnswerInput): FieldIssue[] {
  const scale = scaleOf(content);
  if (!scale) return body === "" ? [{ path: "body", code: "required" }] : [];
  if (score === null) return [{ path: "score", code: "required" }];
  const fits = score >= scale.from && score <= scale.to;
  return fits ? [] : [{ path: "score", code: "score_out_of_scale", params: scale }];
}

/** What a block is called by: its question, the event, the prize, the words of the button. */
export function headingOf(content: BlockContent): string {
  switch (content.kind) {
    case "poll":
    case "feedback":
      return content.question;
    case "event":
      return content.title;
    case "giveaway":
      return content.prize;
    case "button":
      return content.label;
  }
}

/** Whether somebody who got a block sees what others answered: once they have answered themselves, or it is over. */
export function resultsShow({ hasAnswered, isOpen }: { hasAnswered: boolean; isOpen: boolean }): boolean {
  return hasAnswered || !isOpen;
}
