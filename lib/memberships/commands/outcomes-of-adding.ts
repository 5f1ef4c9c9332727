import "server-only";
import type { Added, PersonOutcome } from "@/lib/communities/types";

/** What came of each of those who were to be added, where it is known who was in before. */
export function outcomesOfAdding(
  memberIds: readonly string[],
  inside: ReadonlySet<string>,
  { refused }: Added,
): PersonOutcome[] {
  const codes = new Map(refused.map(({ index, code }) => [index, code]));
  return memberIds.map((memberId, index) => {
    const code = codes.get(index) ?? null;
    if (code !== null) return { memberId, outcome: "refused", code };
    return { memberId, outcome: inside.has(memberId) ? "unchanged" : "done", code: null };
  });
}
