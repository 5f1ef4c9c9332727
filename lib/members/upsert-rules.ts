import { Refusal } from "@/lib/shared/refusal";
import { foldForSearch } from "@/lib/shared/text";
import { identifierKey, type ReadIdentifier } from "./identifier-rules";
import {
  PROFILE_LIMITS,
  type Profile,
  type ProfileInput,
  type ProfileSettings,
  readProfile,
} from "./profile-rules";
import type { CustomFields, UpsertOutcome } from "./types";

/** `merge`: what a row says is taken over, lists are united. `keep`: a person who exists stays as they are. */
export type UpsertMode = "merge" | "keep";

/** A person of the chunk: known already, or made by its first row; later rows with the same identifier join in. */
export type Slot = {
  id: string;
  isNew: boolean;
  changed: boolean;
  name: string;
  locale: string | null;
  timezone: string | null;
  tags: string[];
  fields: CustomFields;
  birthdayOn: string | null;
  newIdentifiers: ReadIdentifier[];
  rows: number[];
};

export type RowPlan =
  | { index: number; outcome: Exclude<UpsertOutcome, "refused">; slot: Slot }
  | { index: number; outcome: "refused"; code: string };

/** A row that was read, or the code that refuses it. */
export type ReadRow = { index: number; profile: Profile } | { index: number; code: string };

/** Reads a row without throwing: one bad row never fails the others (I1). */
export function readRow(index: number, input: ProfileInput, settings: ProfileSettings): ReadRow {
  try {
    return { index, profile: readProfile(input, settings) };
  } catch (error) {
    if (error instanceof Refusal) return { index, code: codeOf(error) };
    throw error;
  }
}

function codeOf(refusal: Refusal): string {
  const [issue] = refusal.issues;
  return refusal.code === "invalid_input" && issue ? issueCode(issue.path, issue.code) : refusal.code;
}

function issueCode(path: string, code: string): string {
  return path === "name" && code === "required" ? "name_missing" : code;
}

/**
 * Decides, row by row, who is meant: nobody with these identifiers is a new person, one is that person, two different
 * people refuse the row (X20: two people never merge silently).
 */
export function planRows(
  rows: readonly ReadRow[],
  known: ReadonlyMap<string, Slot>,
  options: { mode: UpsertMode; newId: () => string },
): RowPlan[] {
  const slots = new Map(known);
  return rows.map((row): RowPlan => {
    if ("code" in row) return { index: row.index, outcome: "refused", code: row.code };
    const plan = planProfile(row.profile, slots, options);
    if (plan.outcome === "refused") return { index: row.index, ...plan };
    plan.slot.rows.push(row.index);
    for (const each of plan.slot.newIdentifiers) slots.set(identifierKey(each), plan.slot);
    return { index: row.index, ...plan };
  });
}

type ProfilePlan =
  | { outcome: "created" | "updated" | "unchanged"; slot: Slot }
  | { outcome: "refused"; code: string };

function planProfile(
  profile: Profile,
  slots: ReadonlyMap<string, Slot>,
  options: { mode: UpsertMode; newId: () => string },
): ProfilePlan {
  const owners = new Set(profile.identifiers.flatMap((each) => slots.get(identifierKey(each)) ?? []));
  if (owners.size > 1) return { outcome: "refused", code: "duplicate_identifier" };
  const [owner] = owners;
  if (!owner) return { outcome: "created", slot: newSlot(options.newId(), profile) };
  const changed = options.mode === "merge" && merge(owner, profile, slots);
  return { outcome: changed ? "updated" : "unchanged", slot: owner };
}

function newSlot(id: string, profile: Profile): Slot {
  const { identifiers, birthdayOn = null, ...rest } = profile;
  return { ...rest, birthdayOn, id, isNew: true, changed: true, newIdentifiers: identifiers, rows: [] };
}

function merge(slot: Slot, profile: Profile, slots: ReadonlyMap<string, Slot>): boolean {
  const added = profile.identifiers.filter((each) => !slots.has(identifierKey(each)));
  const next = {
    name: profile.name,
    locale: profile.locale ?? slot.locale,
    timezone: profile.timezone ?? slot.timezone,
    tags: uniteTags(slot.tags, profile.tags),
    fields: { ...slot.fields, ...profile.fields },
    birthdayOn: profile.birthdayOn === undefined ? slot.birthdayOn : profile.birthdayOn,
  };
  const changed = !isEqual(slot, next);
  Object.assign(slot, next);
  slot.newIdentifiers.push(...added);
  slot.changed ||= changed;
  return changed || added.length > 0;
}

type Editable = Omit<Profile, "identifiers" | "birthdayOn"> & { birthdayOn: string | null };

function isEqual(a: Editable, b: Editable): boolean {
  const texts = ["name", "locale", "timezone", "birthdayOn"] as const;
  const names = Object.keys(b.fields);
  return (
    texts.every((text) => a[text] === b[text]) &&
    a.tags.length === b.tags.length &&
    names.length === Object.keys(a.fields).length &&
    names.every((name) => a.fields[name] === b.fields[name])
  );
}

function uniteTags(mine: readonly string[], more: readonly string[]): string[] {
  const known = new Set(mine.map(foldForSearch));
  return [...mine, ...more.filter((tag) => !known.has(foldForSearch(tag)))].slice(0, PROFILE_LIMITS.tags);
}
