import type { z } from "zod";
import type { FieldIssue, RefusalParams } from "@/lib/shared/refusal";

/**
 * The issues of a zod error as ours: a path and a code of the catalogues (`errors.fields.<code>`). A schema may name its
 * own code with `{ error: "code" }` or `ctx.addIssue({ code: "custom", message: "code", params })`.
 */
export function issuesOf(error: z.ZodError): FieldIssue[] {
  return error.issues.flatMap((issue) =>
    pathsOf(issue).map((path) => ({ path, code: codeOf(issue), params: paramsOf(issue) })),
  );
}

/** Where an issue is; each field that nobody knows has its own place. */
function pathsOf(issue: Issue): string[] {
  const names = issue.code === "unrecognized_keys" ? issue.keys.map((key) => [key.slice(0, 200)]) : [[]];
  return names.slice(0, MOST_UNKNOWN).map((name) => [...issue.path.map(String), ...name].join("."));
}

type Issue = z.core.$ZodIssue;
// A body of a million names is told by its first ones.
const MOST_UNKNOWN = 20;
const OWN_CODE = /^[a-z][a-z0-9_]*$/;

function codeOf(issue: Issue): string {
  if (OWN_CODE.test(issue.message)) return issue.message;
  switch (issue.code) {
    case "invalid_type":
      return /received undefined/.test(issue.message) ? "required" : "invalid_type";
    case "too_small":
      return issue.origin === "string" && Number(issue.minimum) === 1
        ? "required"
        : `too_small_${kindOf(issue.origin)}`;
    case "too_big":
      return `too_big_${kindOf(issue.origin)}`;
    case "invalid_value":
      return "invalid_choice";
    case "invalid_format":
      return `invalid_${issue.format === "email" || issue.format === "uuid" ? issue.format : "format"}`;
    case "unrecognized_keys":
      return "unknown_field";
    default:
      return "invalid";
  }
}

function kindOf(origin: string): "text" | "list" | "number" {
  if (origin === "string") return "text";
  return origin === "array" || origin === "set" ? "list" : "number";
}

function paramsOf(issue: Issue): RefusalParams {
  if (issue.code === "too_small") return { minimum: Number(issue.minimum) };
  if (issue.code === "too_big") return { maximum: Number(issue.maximum) };
  if (issue.code === "invalid_value") return { choices: issue.values.map(String).join(", ") };
  if (issue.code === "unrecognized_keys") return { names: issue.keys.join(", ").slice(0, 200) };
  if (issue.code === "custom") return (issue.params ?? {}) as RefusalParams;
  return {};
}
