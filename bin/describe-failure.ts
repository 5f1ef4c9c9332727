import { Refusal } from "@/lib/shared/refusal";

/** A command's failure for the terminal: the rule and its fields, or the message; the stack only on LOG_LEVEL=debug. */
export function describeFailure(error: unknown): string {
  if (error instanceof Refusal) {
    const fields = error.issues.map(({ path, code }) => `${path}: ${code}`).join(", ");
    return `refused: ${error.code}${fields ? ` (${fields})` : ""}`;
  }
  const { message, stack } = error as Error;
  return process.env.LOG_LEVEL === "debug" ? (stack ?? message) : message;
}
