import { shownCount } from "@/lib/communities/rules";
import type { ShownCount } from "@/lib/communities/types";

/** A count that is shown to many: fewer than five people could be named by it (P12); nobody is nobody. */
export function smallCount(count: number): ShownCount {
  return count === 0 ? 0 : shownCount(count, false);
}

/** The part that one count is of another, between 0 and 1; null where it would tell a number that is not shown. */
export function shownShare(part: number, whole: number): number | null {
  const isHidden = smallCount(part) === "<5" || smallCount(whole) === "<5";
  return isHidden ? null : part / Math.max(1, whole);
}
