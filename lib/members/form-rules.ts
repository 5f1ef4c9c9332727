import { type FieldIssue, Refusal } from "@/lib/shared/refusal";
import type { TypedIdentifier } from "./profile-rules";
import { IDENTIFIER_KINDS, type IdentifierKind } from "./types";

/** A row of the form's identifiers, by its number there. */
export type IdentifierRow = TypedIdentifier & { row: number };

const ROW = /^identifier-(\d{1,3})-value$/u;

/** The identifiers of a form, in the order of their rows; empty rows say nothing. */
export function identifierRowsOf(form: Record<string, unknown>): IdentifierRow[] {
  return Object.entries(form)
    .flatMap(([name, value]): IdentifierRow[] => {
      const row = Number(ROW.exec(name)?.[1] ?? Number.NaN);
      const kind = form[`identifier-${row}-kind`];
      if (Number.isNaN(row) || typeof value !== "string" || value.trim() === "" || !isKind(kind)) return [];
      return [{ row, kind, value: value.trim() }];
    })
    .sort((a, b) => a.row - b.row);
}

function isKind(kind: unknown): kind is IdentifierKind {
  return IDENTIFIER_KINDS.some((known) => known === kind);
}

/** Values of the tenant's own fields in a form, by the id of the field: `field-<id>`. */
export function fieldValuesOf(form: Record<string, unknown>): Record<string, string> {
  const values = Object.entries(form).flatMap(([name, value]) =>
    name.startsWith("field-") && typeof value === "string" ? [[name.slice("field-".length), value]] : [],
  );
  return Object.fromEntries(values) as Record<string, string>;
}

/** Tags separated by commas. */
export function tagsOf(text: string): string[] {
  return text
    .split(/[,;\n]/u)
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

/** The square of a picture that was chosen, in hundredths of its sides: `x,y,width,height`. */
export function readCrop(text: string | undefined) {
  const [x, y, width, height] = (text ?? "").split(",").map(Number);
  const parts = [x, y, width, height];
  if (parts.some((part) => part === undefined || !Number.isFinite(part) || part < 0 || part > 100))
    return null;
  return { x: x ?? 0, y: y ?? 0, width: width ?? 100, height: height ?? 100 };
}

type Names = { rows: readonly IdentifierRow[]; fieldIdOf: ReadonlyMap<string, string> };

/** The same refusal with the names of the form's inputs: `identifiers.1.value` is the second row that was filled in. */
export function atFormFields(error: unknown, { rows, fieldIdOf }: Names): unknown {
  if (!(error instanceof Refusal) || error.issues.length === 0) return error;
  const issues = error.issues.map((issue): FieldIssue => ({ ...issue, path: inputOf(issue.path) }));
  return new Refusal(error.code, error.params, issues);

  function inputOf(path: string): string {
    const index = /^identifiers\.(\d+)/u.exec(path)?.[1];
    const row = index === undefined ? undefined : rows[Number(index)]?.row;
    if (row !== undefined) return `identifier-${row}-value`;
    const field = path.startsWith("fields.") ? fieldIdOf.get(path.slice("fields.".length)) : undefined;
    if (field !== undefined) return `field-${field}`;
    return path.replace(/\..*$/u, "").replace(/^file$/u, "photo");
  }
}
