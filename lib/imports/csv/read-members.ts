import { canonicalPhone } from "@/lib/members/phone-rules";
import { foldForSearch } from "@/lib/shared/text";
import { applyMapping, type CustomMapping, mapColumns, type OwnField } from "./map-columns";
import { ROW_LIMITS, type RowLimits, readRow } from "./read-row";
import type {
  ColumnMapping,
  ImportIdentifier,
  ImportMember,
  MappingProblem,
  RowResult,
  Table,
} from "./types";

export type MembersRead = { columns: ColumnMapping[]; problems: MappingProblem[]; rows: RowResult[] };
export type MemberReadOptions = {
  /** ISO code of the tenant: for numbers written without a country. */
  country?: string | undefined;
  mapping?: CustomMapping | undefined;
  /** The fields that the tenant keeps of its people. */
  own?: readonly OwnField[];
  limits?: RowLimits;
};

type TableRow = Table["rows"][number];
export type MemberReader = {
  columns: ColumnMapping[];
  problems: MappingProblem[];
  readRow: (row: TableRow) => RowResult;
};

/**
 * Prepares reading the rows below a header as members (I1). Good rows stand although others fail. A person twice in
 * the file under the same name is merged into the first row; under two names the second row is refused, never merged
 * (X20). Rows are read one by one, so that the caller may pause between slices of a big file.
 */
export function makeMemberReader(header: readonly string[], options: MemberReadOptions = {}): MemberReader {
  const { columns, problems } = options.mapping
    ? applyMapping(header, options.mapping, options.own)
    : { columns: mapColumns(header, options.own), problems: [] };
  const isKnown = columns.some(({ field }) => field === "name" || field === "phone" || field === "email");
  if (!isKnown) problems.push({ code: "no_known_columns", value: header.join(", ").slice(0, 200) });
  const takeIn = makeDuplicateFinder();
  return {
    columns,
    problems,
    readRow: ({ row, cells }) => {
      const { member, errors } = readRow(cells, columns, options.country, options.limits ?? ROW_LIMITS);
      return errors.length > 0 ? { row, ok: false, errors } : takeIn(row, member);
    },
  };
}

/** Reads a whole table at once; no row while a mapping is wrong. */
export function readMembers(table: Table, options: MemberReadOptions = {}): MembersRead {
  const { columns, problems, readRow: read } = makeMemberReader(table.header, options);
  return { columns, problems, rows: problems.length > 0 ? [] : table.rows.map(read) };
}

/** The key by which a member is the same in one tenant: the canonical phone, the e-mail, the user name. */
export function identifierKey({ kind, value }: ImportIdentifier): string {
  return `${kind}:${kind === "phone" ? canonicalPhone(value) : value.toLowerCase()}`;
}

function makeDuplicateFinder(): (row: number, member: ImportMember) => RowResult {
  const owners = new Map<string, { row: number; member: ImportMember }>();
  return (row, member) => {
    const keys = member.identifiers.map(identifierKey);
    const known = [...new Set(keys.flatMap((key) => owners.get(key) ?? []))];
    const [owner] = known;
    if (owner && (known.length > 1 || foldForSearch(owner.member.name) !== foldForSearch(member.name))) {
      const shared = member.identifiers.find((each) => owners.has(identifierKey(each)));
      const params = { row: owner.row, value: shared?.value ?? "" };
      return { row, ok: false, errors: [{ code: "duplicate_in_file", params, column: null }] };
    }
    const holder = owner ?? { row, member };
    for (const key of keys) owners.set(key, holder);
    if (!owner) return { row, ok: true, member, errors: [] };
    mergeInto(owner.member, member);
    return { row, ok: true, member, duplicateOf: owner.row, errors: [] };
  };
}

function mergeInto(first: ImportMember, second: ImportMember) {
  const keys = new Set(first.identifiers.map(identifierKey));
  first.identifiers.push(...second.identifiers.filter((each) => !keys.has(identifierKey(each))));
  const tags = new Set(first.tags.map(foldForSearch));
  first.tags.push(...second.tags.filter((tag) => !tags.has(foldForSearch(tag))));
  for (const [key, text] of Object.entries(second.fields)) first.fields[key] ??= text;
  if (second.birthdayOn !== undefined) first.birthdayOn ??= second.birthdayOn;
}
