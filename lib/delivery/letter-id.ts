import { isId } from "@/lib/shared/ids";

export type LetterName = { tenantId: string; occurrenceId: string; memberId: string };

/** What a letter is called for good, at the provider too: the same for every try. */
export function letterId({ tenantId, occurrenceId, memberId }: LetterName): string {
  return `${tenantId}.${occurrenceId}.${memberId}`;
}

/** Whose letter it was; null when it was none of ours. A host may stand behind it, as in a mail's own id. */
export function readLetterId(text: string): LetterName | null {
  const [tenantId = "", occurrenceId = "", memberId = "", ...more] = (text.split("@")[0] ?? "").split(".");
  const isOurs = more.length === 0 && [tenantId, occurrenceId, memberId].every(isId);
  return isOurs ? { tenantId, occurrenceId, memberId } : null;
}
