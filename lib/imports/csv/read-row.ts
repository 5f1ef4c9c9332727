import { habitsOf, readDay } from "@/lib/fields/rules";
import { parsePhone } from "@/lib/members/phone-rules";
import { cleanName, countGraphemes, foldForSearch } from "@/lib/shared/text";
import type { ColumnMapping, ImportIdentifier, ImportMember, RowError, RowErrorCode } from "./types";

export type RowLimits = { maxNameLength: number; maxTags: number; maxTagLength: number };
export const ROW_LIMITS: RowLimits = { maxNameLength: 100, maxTags: 50, maxTagLength: 50 };

type Cells = readonly string[];
type Context = { cells: Cells; columns: readonly ColumnMapping[]; errors: RowError[] };

/** Reads one row into a member, or says at which column it fails and why. */
export function readRow(
  cells: Cells,
  columns: readonly ColumnMapping[],
  country: string | undefined,
  limits: RowLimits = ROW_LIMITS,
): { member: ImportMember; errors: RowError[] } {
  const context: Context = { cells, columns, errors: [] };
  const identifiers = [
    ...values(context, "phone").flatMap((cell) => readPhones(context, cell, country)),
    ...values(context, "email").flatMap((cell) => readEmails(context, cell)),
    ...values(context, "username").flatMap((cell) => readUsername(context, cell)),
  ];
  const name = readName(context, limits);
  const tags = readTags(context, limits);
  const birthdayOn = readBirthday(context, country);
  if (identifiers.length === 0 && context.errors.every(({ code }) => code === "name_missing")) {
    refuse(context, "identifier_missing", null);
  }
  return {
    member: {
      name,
      identifiers: distinct(identifiers),
      tags,
      fields: readFields(context),
      ...(birthdayOn && { birthdayOn }),
    },
    errors: context.errors,
  };
}

type Cell = { text: string; column: string };

function values({ cells, columns }: Context, field: ColumnMapping["field"]): Cell[] {
  return columns
    .filter((column) => column.field === field)
    .map(({ index, column }) => ({ text: unguard(cells[index] ?? ""), column }))
    .filter(({ text }) => text !== "");
}

/** Undoes the apostrophe that exports put before what a spreadsheet would take for a formula (X27). */
function unguard(raw: string): string {
  const text = raw.trim();
  return /^'[=+\-@]/u.test(text) ? text.slice(1) : text;
}

function refuse(
  context: Context,
  code: RowErrorCode,
  column: string | null,
  params: RowError["params"] = {},
) {
  context.errors.push({ code, params, column });
}

function readName(context: Context, limits: RowLimits): string {
  const first = values(context, "name");
  const name = cleanName([...first, ...values(context, "lastName")].map(({ text }) => text).join(" "));
  const column = context.columns.find(({ field }) => field === "name")?.column ?? null;
  if (name === "") refuse(context, "name_missing", column);
  else if (countGraphemes(name) > limits.maxNameLength) {
    refuse(context, "name_too_long", column, { max: limits.maxNameLength });
  }
  return name;
}

function readPhones(context: Context, cell: Cell, country: string | undefined): ImportIdentifier[] {
  // What Excel makes of a long number: its last digits are lost, so nothing can be read from it.
  if (/^\d[.,]\d+e\+?\d+$/iu.test(cell.text)) {
    refuse(context, "phone_in_scientific_notation", cell.column, { value: shorten(cell.text) });
    return [];
  }
  return split(cell.text, /\s*(?:[;,|\n]|:::|\s\/\s)\s*/u).flatMap((typed): ImportIdentifier[] => {
    const phone = parsePhone(typed, country);
    if (phone.ok) return [{ kind: "phone", value: phone.e164, ...(typed !== phone.e164 && { typed }) }];
    refuse(context, "invalid_phone", cell.column, { value: shorten(typed), reason: phone.code });
    return [];
  });
}

function readEmails(context: Context, cell: Cell): ImportIdentifier[] {
  return split(cell.text, /\s*(?:[;,|\n]|:::)\s*/u).flatMap((typed): ImportIdentifier[] => {
    const email = normalEmail(typed);
    if (email !== null) return [{ kind: "email", value: email }];
    refuse(context, "invalid_email", cell.column, { value: shorten(typed) });
    return [];
  });
}

/** The address in lower case, or null where it is none. */
function normalEmail(typed: string): string | null {
  const email = typed
    .normalize("NFC")
    .replace(/^mailto:/iu, "")
    .toLowerCase();
  const isAddress = /^[^\s@<>()[\]\\,;:"\p{Cc}\p{Cf}]{1,64}@[^\s@<>()[\]\\,;:"\p{Cc}\p{Cf}]{1,255}$/u.test(
    email,
  );
  const domain = email.slice(email.lastIndexOf("@") + 1);
  const labels = domain.split(".");
  const isDomain =
    labels.length > 1 &&
    labels.every((label) => /^[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?$/u.test(label));
  const local = email.slice(0, email.lastIndexOf("@"));
  const isLocal = !local.startsWith(".") && !local.endsWith(".") && !local.includes("..");
  return isAddress && isDomain && isLocal && email.length <= 254 ? email : null;
}

function readBirthday(context: Context, country: string | undefined): string | null {
  const [cell] = values(context, "birthday");
  if (!cell) return null;
  const day = readDay(cell.text, habitsOf(country));
  if (day === null) refuse(context, "invalid_birthday", cell.column, { value: shorten(cell.text) });
  return day;
}

function readUsername(context: Context, cell: Cell): ImportIdentifier[] {
  const username = cell.text.replace(/^@/u, "");
  if (/^[\p{L}\p{N}._-]{1,64}$/u.test(username)) return [{ kind: "username", value: username }];
  refuse(context, "invalid_username", cell.column, { value: shorten(cell.text) });
  return [];
}

function readTags(context: Context, limits: RowLimits): string[] {
  const byFolded = new Map<string, string>();
  for (const { text, column } of values(context, "tags")) {
    for (const tag of split(text, /[;,|\n]|\s:::\s/u).map(cleanName)) {
      if (countGraphemes(tag) > limits.maxTagLength) {
        refuse(context, "tag_too_long", column, { value: shorten(tag), max: limits.maxTagLength });
      } else if (tag !== "" && !byFolded.has(foldForSearch(tag))) byFolded.set(foldForSearch(tag), tag);
    }
  }
  const tags = [...byFolded.values()];
  if (tags.length > limits.maxTags) refuse(context, "too_many_tags", null, { max: limits.maxTags });
  return tags;
}

function readFields(context: Context): Record<string, string> {
  const custom = context.columns.filter(({ field }) => field.startsWith("field:"));
  const entries = custom.map(({ field, index }) => [
    field.slice("field:".length),
    unguard(context.cells[index] ?? ""),
  ]);
  return Object.fromEntries(entries.filter(([, text]) => text !== ""));
}

function split(text: string, pattern: RegExp): string[] {
  return text
    .split(pattern)
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

function shorten(text: string): string {
  return text.slice(0, 80);
}

function distinct(identifiers: readonly ImportIdentifier[]): ImportIdentifier[] {
  return [...new Map(identifiers.map((each) => [`${each.kind}:${each.value}`, each])).values()];
}
