/** A table as read from a file: the header's cells and the rows below, each with its line of the file. */
export type Table = { header: string[]; headerLine: number; rows: { row: number; cells: string[] }[] };

export type TableError =
  | "file_empty"
  | "file_too_large"
  | "file_not_text"
  | "file_not_a_spreadsheet"
  | "quote_not_closed"
  | "too_many_rows";
export type TableResult =
  | { ok: true; table: Table; delimiter: string | null }
  | { ok: false; code: TableError; params: Record<string, string | number> };

export type TableLimits = { maxBytes: number; maxRows: number };
export const TABLE_LIMITS: TableLimits = { maxBytes: 25 * 1024 * 1024, maxRows: 100_000 };

/** What a column means. `field:{key}` is a custom field of the tenant. */
export type ImportField =
  | "name"
  | "lastName"
  | "phone"
  | "email"
  | "username"
  | "tags"
  | "birthday"
  | "ignore"
  | `field:${string}`;

/** `typed` is what stood in the cell, where it was read as something else. */
export type ImportIdentifier = { kind: "phone" | "email" | "username"; value: string; typed?: string };
export type ImportMember = {
  name: string;
  identifiers: ImportIdentifier[];
  tags: string[];
  fields: Record<string, string>;
  birthdayOn?: string;
};

export type RowErrorCode =
  | "name_missing"
  | "name_too_long"
  | "identifier_missing"
  | "invalid_phone"
  | "phone_in_scientific_notation"
  | "invalid_email"
  | "invalid_username"
  | "invalid_birthday"
  | "too_many_tags"
  | "tag_too_long"
  | "duplicate_in_file";
export type RowError = { code: RowErrorCode; params: Record<string, string | number>; column: string | null };

/** One row read. `duplicateOf` (a row number) says that its person is in the file already, with the same name. */
export type RowResult = {
  row: number;
  ok: boolean;
  member?: ImportMember;
  duplicateOf?: number;
  errors: RowError[];
};

export type ColumnMapping = { column: string; index: number; field: ImportField };
export type MappingProblem = { code: "unknown_column" | "unknown_field" | "no_known_columns"; value: string };
