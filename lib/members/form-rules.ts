import { type FieldIssue, Refusal } from "@/lib/shared/refusal";
import type { IdentifierKind, IdentifierView } from "./types";

type Typed = { phone: string; email: string; username: string; tags: string };
type Identifier = { kind: IdentifierKind; value: string };
const KINDS = ["phone", "email", "username"] as const;

/** The identifiers of the form, several of a kind separated by commas; those of kinds that it does not show stay. */
export function identifiersOf(typed: Typed, current: readonly IdentifierView[] = []): Identifier[] {
  const shown = KINDS.flatMap((kind) => split(typed[kind]).map((value): Identifier => ({ kind, value })));
  const kept = current.filter(({ kind }) => !KINDS.some((known) => known === kind));
  return [...shown, ...kept.map(({ kind, value }) => ({ kind, value }))];
}

/** Tags separated by commas. */
export function tagsOf({ tags }: Typed): string[] {
  return split(tags);
}

function split(text: string): string[] {
  return text
    .split(/[,;\n]/u)
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

/** The same refusal with the names of the form's fields: `identifiers.1.value` is what was typed as e-mail. */
export function atFormFields(error: unknown, identifiers: readonly Identifier[]): unknown {
  if (!(error instanceof Refusal) || error.issues.length === 0) return error;
  const issues = error.issues.map((issue): FieldIssue => {
    const index = /^identifiers\.(\d+)/u.exec(issue.path)?.[1];
    const kind = index === undefined ? undefined : identifiers[Number(index)]?.kind;
    return { ...issue, path: kind ?? issue.path.replace(/\..*$/u, "").replace(/^file$/u, "photo") };
  });
  return new Refusal(error.code, error.params, issues);
}
