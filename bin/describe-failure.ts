import { ZodError } from "zod";
import { issuesOf } from "@/lib/platform/errors/zod-issues";
import { type FieldIssue, invalidInput, Refusal } from "@/lib/shared/refusal";

/** A command's failure for the terminal: the rule and its fields, or the message; the stack only on LOG_LEVEL=debug. */
export function describeFailure(error: unknown): string {
  if (error instanceof ZodError) return describeFailure(invalidInput(...issuesOf(error)));
  if (error instanceof Refusal) {
    const fields = error.issues.map(describeIssue).join(", ");
    return `refused: ${error.code}${fields ? ` (${fields})` : ""}`;
  }
  const { message, stack } = error as Error;
  return process.env.LOG_LEVEL === "debug" ? (stack ?? message) : message;
}

/** Arguments are named as they are typed: `--owner-email` is `owner.email` inside. */
function describeIssue({ path, code, params = {} }: FieldIssue): string {
  return [`${path.replaceAll(".", "-")}: ${code}`, ...Object.values(params)].join(" ");
}
