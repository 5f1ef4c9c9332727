import "server-only";
import { z } from "zod";
import { BLOCK_KINDS } from "@/lib/blocks/block-rules";
import { type BlockContent, blockContent } from "@/lib/blocks/schema";

const text = z.string().max(60_000).default("");

/** The fields of a block as the composer's form has them, all in one row; those of other kinds are not there. */
export const blockFields = {
  block: z.enum(["", ...BLOCK_KINDS]).default(""),
  "block.question": text,
  "block.options": text,
  "block.multiple": text,
  "block.closesAt": text,
  "block.closesAfterHours": text,
  "block.title": text,
  "block.startsAt": text,
  "block.endsAt": text,
  "block.place": text,
  "block.seats": text,
  "block.remindHours": text,
  "block.prize": text,
  "block.winners": text,
  "block.rules": text,
  "block.score": text,
  "block.feedbackKind": text,
  "block.label": text,
  "block.url": text,
};

type Fields = z.output<z.ZodObject<typeof blockFields>> & { timezone?: string | undefined };

/** The block that the fields describe; null where none is asked for. Faults are told at the fields. */
export function blockOf(fields: Fields, issues: z.RefinementCtx): BlockContent | null {
  const given = givenBlock(fields);
  if (given === null) return null;
  const read = blockContent.safeParse(given);
  if (read.success) return read.data;
  for (const issue of read.error.issues)
    issues.addIssue({ ...issue, path: [`block.${String(issue.path[0] ?? "kind")}`] } as never);
  return z.NEVER;
}

function givenBlock(fields: Fields): unknown {
  const timezone = fields.timezone ?? "";
  const of = (name: string) => fields[`block.${name}` as keyof Fields] as string;
  const number = (name: string) => (of(name) === "" ? undefined : Number(of(name)));
  const words = (name: string) => (of(name) === "" ? undefined : of(name));
  const closing = {
    closesAfterHours: number("closesAfterHours"),
    ...(words("closesAt") ? { closesAt: of("closesAt"), timezone } : {}),
  };
  switch (fields.block) {
    case "poll": {
      const options = of("options")
        .split(/\r?\n/u)
        .filter((line) => line.trim() !== "");
      const multiple = of("multiple") === "on";
      return { kind: "poll", question: of("question"), options, multiple, ...closing };
    }
    case "event": {
      const hours = number("remindHours");
      return {
        kind: "event",
        title: of("title"),
        startsAt: of("startsAt"),
        endsAt: words("endsAt"),
        timezone,
        place: of("place"),
        seats: number("seats") ?? null,
        remindHours: hours === undefined ? [] : [hours],
      };
    }
    case "giveaway": {
      const { "block.prize": prize, "block.rules": rules } = fields;
      return { kind: "giveaway", prize, rules, winners: number("winners"), ...closing };
    }
    case "feedback": {
      const [score, feedbackKind] = [words("score"), words("feedbackKind")];
      return { kind: "feedback", question: of("question"), score, feedbackKind };
    }
    case "button":
      return { kind: "button", label: of("label"), url: of("url") };
    case "":
      return null;
  }
}
