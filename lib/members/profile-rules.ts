import { FIELD_LIMITS, type FieldResult, habitsOf, readDay, readFieldValue } from "@/lib/fields/rules";
import type { FieldDefinition, FieldValue } from "@/lib/fields/types";
import { type FieldIssue, invalidInput, Refusal } from "@/lib/shared/refusal";
import { cleanName, countGraphemes, foldForSearch } from "@/lib/shared/text";
import { identifierKey, type ReadIdentifier, readIdentifier } from "./identifier-rules";
import type { CustomFields, IdentifierKind } from "./types";

export const PROFILE_LIMITS = {
  nameGraphemes: 100,
  tags: 50,
  tagGraphemes: 50,
  identifiers: 20,
} as const;

/** What the reading of a profile depends on: the tenant's country, for numbers and days, and its own fields. */
export type ProfileSettings = { country: string; fields: readonly FieldDefinition[] };

/** `typed` is what stood in a file that `value` was read from. */
export type TypedIdentifier = { kind: IdentifierKind; value: string; typed?: string | undefined };

/** What is known of a person before it is checked: the body of `POST /members` and a row of a bulk upsert. */
export type ProfileInput = {
  name: string;
  identifiers?: readonly TypedIdentifier[] | undefined;
  locale?: string | null | undefined;
  timezone?: string | null | undefined;
  tags?: readonly string[] | undefined;
  fields?: CustomFields | undefined;
  birthdayOn?: string | null | undefined;
};

/** A clean name. @throws Refusal `invalid_input` when nothing is left of it, `name_too_long` beyond 100 graphemes. */
export function readName(raw: string): string {
  const name = cleanName(raw);
  if (name === "") throw invalidInput({ path: "name", code: "required" });
  const maximum = PROFILE_LIMITS.nameGraphemes;
  if (countGraphemes(name) > maximum) {
    throw new Refusal("name_too_long", { maximum }, [
      { path: "name", code: "too_big_text", params: { maximum } },
    ]);
  }
  return name;
}

/** Tags cleaned, each once whatever its case and accents; the first spelling stays. @throws Refusal `invalid_input`. */
export function readTags(raw: readonly string[]): string[] {
  const byFolded = new Map<string, string>();
  for (const [index, typed] of raw.entries()) {
    const tag = cleanName(typed);
    if (countGraphemes(tag) > PROFILE_LIMITS.tagGraphemes) {
      throw invalidInput(tooBig(`tags.${index}`, "too_big_text", PROFILE_LIMITS.tagGraphemes));
    }
    const folded = foldForSearch(tag);
    if (folded !== "" && !byFolded.has(folded)) byFolded.set(folded, tag);
  }
  if (byFolded.size > PROFILE_LIMITS.tags)
    throw invalidInput(tooBig("tags", "too_big_list", PROFILE_LIMITS.tags));
  return [...byFolded.values()];
}

/**
 * The tenant's own fields, each value as its kind keeps it; an empty text removes the field. What nobody has defined is kept
 * as it came. @throws Refusal `invalid_input`.
 */
export function readFields(raw: CustomFields, settings: ProfileSettings): CustomFields {
  const read: CustomFields = {};
  const issues: FieldIssue[] = [];
  for (const [typed, value] of Object.entries(raw)) {
    const key = cleanName(typed);
    if (key === "" || countGraphemes(key) > FIELD_LIMITS.keyGraphemes || key === "__proto__") {
      throw invalidInput({ path: "fields", code: "invalid" });
    }
    const result = readField(key, value, settings);
    if (!result.ok) issues.push({ path: `fields.${key}`, code: result.code, params: result.params });
    else if (result.value !== null) read[key] = result.value;
  }
  if (issues.length > 0) throw invalidInput(...issues);
  if (Object.keys(read).length > FIELD_LIMITS.fields)
    throw invalidInput(tooBig("fields", "too_big_list", FIELD_LIMITS.fields));
  return read;
}

function readField(key: string, value: FieldValue, { country, fields }: ProfileSettings): FieldResult {
  const definition = fields.find((field) => field.key === key);
  if (definition) return readFieldValue(definition, value, habitsOf(country));
  return typeof value === "string"
    ? readFieldValue({ kind: "text", options: [] }, value)
    : { ok: true, value };
}

/** A birthday as a day; an empty text is none. @throws Refusal `invalid_input`. */
export function readBirthday(typed: string | null | undefined, country: string): string | null | undefined {
  if (typed === undefined || typed === null) return typed;
  const text = typed.trim();
  if (text === "") return null;
  const day = readDay(text, habitsOf(country));
  if (day === null) throw invalidInput({ path: "birthdayOn", code: "field_not_a_date" });
  return day;
}

/** Identifiers in their canonical forms, each once. @throws Refusal `invalid_input` naming each bad one. */
export function readIdentifiers(raw: readonly TypedIdentifier[], country: string): ReadIdentifier[] {
  const byKey = new Map<string, ReadIdentifier>();
  const issues: FieldIssue[] = [];
  for (const [index, { kind, value, typed }] of raw.entries()) {
    const result = readIdentifier(kind, value, country, typed);
    if (!result.ok) issues.push({ path: `identifiers.${index}.value`, code: result.code });
    else if (!byKey.has(identifierKey(result.identifier)))
      byKey.set(identifierKey(result.identifier), result.identifier);
  }
  if (issues.length > 0) throw invalidInput(...issues);
  if (byKey.size > PROFILE_LIMITS.identifiers)
    throw invalidInput(tooBig("identifiers", "too_big_list", PROFILE_LIMITS.identifiers));
  return [...byKey.values()];
}

export type Profile = {
  name: string;
  identifiers: ReadIdentifier[];
  locale: string | null;
  timezone: string | null;
  tags: string[];
  fields: CustomFields;
  /** Undefined: nothing is known, and what is known already stays. */
  birthdayOn: string | null | undefined;
};

/**
 * The whole of a profile, clean and canonical; every faulty field is told at once.
 * @throws Refusal `invalid_input`, or `name_too_long` when that alone is wrong.
 */
export function readProfile(input: ProfileInput, settings: ProfileSettings): Profile {
  const refusals: Refusal[] = [];
  const profile = {
    name: gather(refusals, "", () => readName(input.name)),
    identifiers: gather(refusals, [], () => readIdentifiers(input.identifiers ?? [], settings.country)),
    locale: input.locale ?? null,
    timezone: input.timezone ?? null,
    tags: gather(refusals, [], () => readTags(input.tags ?? [])),
    fields: gather(refusals, {}, () => readFields(input.fields ?? {}, settings)),
    birthdayOn: gather(refusals, undefined, () => readBirthday(input.birthdayOn, settings.country)),
  };
  const [first] = refusals;
  if (first && refusals.length === 1) throw first;
  if (first) throw invalidInput(...refusals.flatMap(({ issues }) => issues));
  return profile;
}

function gather<T>(refusals: Refusal[], otherwise: T, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    refusals.push(error);
    return otherwise;
  }
}

function tooBig(path: string, code: "too_big_text" | "too_big_list", maximum: number): FieldIssue {
  return { path, code, params: { maximum } };
}
