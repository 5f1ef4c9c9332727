import { type FieldIssue, invalidInput, Refusal } from "@/lib/shared/refusal";
import { cleanName, cleanText, countGraphemes, foldForSearch } from "@/lib/shared/text";
import { identifierKey, type ReadIdentifier, readIdentifier } from "./identifier-rules";
import type { CustomFields, IdentifierKind } from "./types";

export const PROFILE_LIMITS = {
  nameGraphemes: 100,
  tags: 50,
  tagGraphemes: 50,
  identifiers: 20,
  fields: 50,
  fieldNameGraphemes: 60,
  fieldValueLength: 2_000,
} as const;

/** What is known of a person before it is checked: the body of `POST /members` and a row of a bulk upsert. */
export type ProfileInput = {
  name: string;
  identifiers?: readonly { kind: IdentifierKind; value: string }[] | undefined;
  locale?: string | null | undefined;
  timezone?: string | null | undefined;
  tags?: readonly string[] | undefined;
  fields?: CustomFields | undefined;
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

/** Custom fields with clean names and texts; an empty text removes the field. @throws Refusal `invalid_input`. */
export function readFields(raw: CustomFields): CustomFields {
  const fields: CustomFields = {};
  for (const [typed, value] of Object.entries(raw)) {
    const name = cleanName(typed);
    if (name === "" || countGraphemes(name) > PROFILE_LIMITS.fieldNameGraphemes || name === "__proto__") {
      throw invalidInput({ path: "fields", code: "invalid" });
    }
    const clean = typeof value === "string" ? cleanText(value) : value;
    if (typeof clean === "string" && clean.length > PROFILE_LIMITS.fieldValueLength) {
      throw invalidInput(tooBig(`fields.${name}`, "too_big_text", PROFILE_LIMITS.fieldValueLength));
    }
    if (clean !== "") fields[name] = clean;
  }
  if (Object.keys(fields).length > PROFILE_LIMITS.fields)
    throw invalidInput(tooBig("fields", "too_big_list", PROFILE_LIMITS.fields));
  return fields;
}

/** Identifiers in their canonical forms, each once. @throws Refusal `invalid_input` naming each bad one. */
export function readIdentifiers(
  raw: readonly { kind: IdentifierKind; value: string }[],
  country: string,
): ReadIdentifier[] {
  const byKey = new Map<string, ReadIdentifier>();
  const issues: FieldIssue[] = [];
  for (const [index, { kind, value }] of raw.entries()) {
    const result = readIdentifier(kind, value, country);
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
};

/**
 * The whole of a profile, clean and canonical; every faulty field is told at once.
 * @throws Refusal `invalid_input`, or `name_too_long` when that alone is wrong.
 */
export function readProfile(input: ProfileInput, country: string): Profile {
  const refusals: Refusal[] = [];
  const profile = {
    name: gather(refusals, "", () => readName(input.name)),
    identifiers: gather(refusals, [], () => readIdentifiers(input.identifiers ?? [], country)),
    locale: input.locale ?? null,
    timezone: input.timezone ?? null,
    tags: gather(refusals, [], () => readTags(input.tags ?? [])),
    fields: gather(refusals, {}, () => readFields(input.fields ?? {})),
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
