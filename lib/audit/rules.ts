import type { AuditValues } from "./types";

/** What differs between two pictures of a thing, on both sides; null when nothing does. */
export function differenceOf(
  before: AuditValues,
  after: AuditValues,
): { before: AuditValues; after: AuditValues } | null {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const changed = names.filter((name) => textOf(before[name]) !== textOf(after[name]));
  if (changed.length === 0) return null;
  const pick = (values: AuditValues) =>
    Object.fromEntries(changed.map((name) => [name, values[name] ?? null]));
  return { before: pick(before), after: pick(after) };
}

function textOf(value: unknown): string {
  return JSON.stringify(value ?? null);
}
