import type { SegmentFilter } from "./schema";
import type { NamedPlace } from "./types";

/** The conditions that one may add, in the order in which they are offered. */
export const ROW_KINDS = [
  "tagsAny",
  "tagsAll",
  "tagsNone",
  "communityIds",
  "notCommunityIds",
  "groupIds",
  "notGroupIds",
  "role",
  "field",
  "addedWithinDays",
  "addedAfter",
  "addedBefore",
  "locale",
  "has",
  "lacks",
  "consent",
  "q",
] as const;
export type RowKind = (typeof ROW_KINDS)[number];

/** One condition as a line of the sentence; what its values mean is the kind's: of a field its key, the test and the value. */
export type ConditionRow = { kind: RowKind; values: string[] };

/** The kinds about communities and groups. */
export type PlaceKind = Extract<RowKind, NamedPlace["condition"]>;

/** The kinds that only those who see whole profiles are offered (P12). */
export const CONTACT_KINDS: readonly RowKind[] = ["role", "locale", "has", "lacks", "consent", "q"];

/** What a new line of a kind begins with. */
export function newRow(kind: RowKind): ConditionRow {
  const first: Partial<Record<RowKind, string[]>> = {
    role: ["admin"],
    field: ["", "is", ""],
    addedWithinDays: ["30"],
    locale: ["pt-BR"],
    has: ["email"],
    lacks: ["email"],
    consent: ["email", "promotions", "yes"],
  };
  return { kind, values: first[kind] ?? [] };
}

/** The lines that say what a filter asks. */
export function rowsOf(filter: SegmentFilter): ConditionRow[] {
  const asList = (value: unknown) => (Array.isArray(value) ? value.map(String) : [String(value)]);
  const joined = {
    ...filter,
    tagsAll: merged(filter.tagsAll, filter.tag),
    communityIds: merged(filter.communityIds, filter.communityId),
    groupIds: merged(filter.groupIds, filter.groupId),
  };
  return ROW_KINDS.flatMap((kind): ConditionRow[] => {
    if (kind === "field")
      return (filter.fields ?? []).map(({ key, test, value }) => ({
        kind,
        values: [key, test, value === undefined ? "" : String(value)],
      }));
    if (kind === "consent") {
      const { consent } = filter;
      return consent ? [{ kind, values: [consent.channel, consent.purpose, consent.said] }] : [];
    }
    return joined[kind] === undefined ? [] : [{ kind, values: asList(joined[kind]) }];
  });
}

/** The kind of line that shows a condition about places. */
export function rowKindOf(condition: NamedPlace["condition"]): PlaceKind {
  if (condition === "communityId") return "communityIds";
  return condition === "groupId" ? "groupIds" : condition;
}

function merged(many: readonly string[] | undefined, one: string | undefined): string[] | undefined {
  return one === undefined ? many && [...many] : [...(many ?? []), one];
}

/** The filter that the lines say, as `segmentFilter` reads it; lines without an answer yet ask nothing. */
export function filterOf(rows: readonly ConditionRow[]): Record<string, unknown> {
  const fields = rows.filter(({ kind }) => kind === "field").flatMap(({ values }) => fieldTestOf(values));
  const others = rows
    .filter(({ kind, values }) => kind !== "field" && values.some((value) => value.trim() !== ""))
    .map(({ kind, values }) => [kind, conditionOf(kind, values)]);
  return { ...Object.fromEntries(others), ...(fields.length > 0 ? { fields } : {}) };
}

function fieldTestOf([key = "", test = "", value = ""]: readonly string[]) {
  if (test === "is_set" || test === "is_not_set") return key === "" ? [] : [{ key, test }];
  return key === "" || value === "" ? [] : [{ key, test, value }];
}

const SINGLE: readonly RowKind[] = ["role", "addedAfter", "addedBefore", "locale", "q"];

function conditionOf(kind: RowKind, values: readonly string[]): unknown {
  const [first = "", purpose, said] = values;
  if (kind === "consent") return { channel: first, purpose, said };
  if (kind === "addedWithinDays") return Number(first);
  return SINGLE.includes(kind) ? first : values;
}
