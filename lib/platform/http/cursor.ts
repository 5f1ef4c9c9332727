import "server-only";
import { z } from "zod";
import { Refusal } from "@/lib/shared/refusal";

// An empty cursor is one that we did not make, not the wish for the first page.
const NOT_OURS = "-";

/** `?limit=` (1–200, default 50) and `?cursor=` of every list. */
export const pageQuery = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z
    .string()
    .transform((text) => text || NOT_OURS)
    .optional(),
});

export type Page<Row> = { data: Row[]; nextCursor: string | null };

/** A place in a list as opaque text: the values of its sort keys. */
export function encodeCursor(keys: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(keys)).toString("base64url");
}

/** The sort keys of a cursor. @throws Refusal `invalid_cursor` for anything that we did not make. */
export function decodeCursor(cursor: string, shape: z.ZodType<(string | number)[]>): (string | number)[] {
  try {
    return shape.parse(JSON.parse(Buffer.from(cursor, "base64url").toString("utf8")));
  } catch {
    throw new Refusal("invalid_cursor");
  }
}

/** Cuts the one row too many that was asked for, and makes the cursor of the next page from the last one kept. */
export function pageOf<Row>(
  rows: Row[],
  limit: number,
  keysOf: (row: Row) => readonly (string | number)[],
): Page<Row> {
  const data = rows.slice(0, limit);
  const last = data.at(-1);
  return { data, nextCursor: rows.length > limit && last !== undefined ? encodeCursor(keysOf(last)) : null };
}
