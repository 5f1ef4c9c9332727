import type { BulkAnswer } from "./types";

/** What came of one row: the person (new, changed, as they were), then their membership. */
export type BulkRow = {
  index: number;
  memberId: string | null;
  changed: boolean;
  /** Why the row was refused, or null. */
  code: string | null;
  wasIn: boolean;
};

/** Counts each row once: refused, newly in, changed, or as it was; a person twice in the list is new once. */
export function countRows(rows: readonly BulkRow[]): BulkAnswer {
  const answer: BulkAnswer = { added: 0, updated: 0, unchanged: 0, refused: [] };
  const seen = new Set<string>();
  for (const { index, memberId, changed, code, wasIn } of rows) {
    if (code !== null || memberId === null) {
      answer.refused.push({ index, code: code ?? "invalid_input" });
      continue;
    }
    if (!wasIn && !seen.has(memberId)) answer.added += 1;
    else if (changed) answer.updated += 1;
    else answer.unchanged += 1;
    seen.add(memberId);
  }
  return answer;
}
