/** Merge fields (A2): `{{first_name|amigo}}`, the word after the bar standing in where the member has none. */
export type TemplatePart =
  | { type: "text"; text: string }
  | { type: "field"; name: string; fallback: string | null; source: string };

export type MergeFieldProblem = { code: "unknown_field" | "malformed_field"; field: string; at: number };

const FIELD = /\{\{\s*([a-z][a-z0-9_]{0,63})\s*(?:\|([^{}\n]*))?\}\}/gu;

/** Splits a text into words and fields; what only looks like a field stays text. */
export function parseTemplate(text: string): TemplatePart[] {
  const parts: TemplatePart[] = [];
  let end = 0;
  for (const match of text.matchAll(FIELD)) {
    if (match.index > end) parts.push({ type: "text", text: text.slice(end, match.index) });
    const [source, name = "", fallback] = match;
    parts.push({ type: "field", name, fallback: fallback?.trim() || null, source });
    end = match.index + source.length;
  }
  if (end < text.length) parts.push({ type: "text", text: text.slice(end) });
  return parts;
}

/** The text again, letter by letter. */
export function printTemplate(parts: readonly TemplatePart[]): string {
  return parts.map((part) => (part.type === "text" ? part.text : part.source)).join("");
}

/** The fields that a text uses, each once, in order of appearance. */
export function listMergeFields(text: string): string[] {
  return [...new Set(parseTemplate(text).flatMap((part) => (part.type === "field" ? [part.name] : [])))];
}

/** Fields that nobody has, and braces that make no field: told before sending, never sent as they stand. */
export function findMergeFieldProblems(text: string, known: readonly string[]): MergeFieldProblem[] {
  let at = 0;
  return parseTemplate(text).flatMap((part): MergeFieldProblem[] => {
    const source = part.type === "text" ? part.text : part.source;
    const start = at;
    at += source.length;
    if (part.type === "field") {
      return known.includes(part.name) ? [] : [{ code: "unknown_field", field: part.name, at: start }];
    }
    const stray = /\{\{[^{}\n]{0,80}(?:\}\})?/u.exec(part.text);
    return stray ? [{ code: "malformed_field", field: stray[0], at: start + stray.index }] : [];
  });
}

/** The text for one person: their value, else the fallback, else nothing; `missing` names fields left empty. */
export function renderTemplate(
  text: string,
  values: Readonly<Record<string, string | null | undefined>>,
): { text: string; missing: string[] } {
  const missing: string[] = [];
  const words = parseTemplate(text).map((part) => {
    if (part.type === "text") return part.text;
    const value = (Object.hasOwn(values, part.name) ? values[part.name] : null)?.trim() || part.fallback;
    if (!value) missing.push(part.name);
    return value ?? "";
  });
  return { text: words.join(""), missing };
}
