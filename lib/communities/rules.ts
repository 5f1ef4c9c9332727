import { daysAfter } from "@/lib/shared/days";
import { countGraphemes } from "@/lib/shared/text";
import type { Lane, PersonOutcome, ShownCount } from "./types";

// The database's backstops are in code points: no text may pass the count of characters and fail there (L6, L7).
const MOST_CODE_POINTS_OF_A_CHARACTER = 11;

/** Whether a cleaned text has more than `max` user-perceived characters, or any so long that the database refuses. */
export function isTooLong(text: string, max: number): boolean {
  if (text.length <= max) return false;
  const mostCodePoints = max * MOST_CODE_POINTS_OF_A_CHARACTER;
  if (text.length > mostCodePoints * 2) return true;
  return [...text].length > mostCodePoints || countGraphemes(text) > max;
}

/** Places in lanes for newcomers: lanes are filled in order, then new ones opened, each of at most `laneLimit` (L4, L5). */
export function fillLanes(lanes: readonly Lane[], newcomers: number, laneLimit: number): Lane[] {
  const filled: Lane[] = [];
  let left = newcomers;
  const known = [...lanes].sort((a, b) => a.number - b.number);
  const last = known.at(-1)?.number ?? 0;
  for (const { number, memberCount } of known) {
    const taken = Math.min(left, Math.max(0, laneLimit - memberCount));
    if (taken > 0) filled.push({ number, memberCount: taken });
    left -= taken;
  }
  for (let number = last + 1; left > 0; number++) {
    const taken = Math.min(left, laneLimit);
    filled.push({ number, memberCount: taken });
    left -= taken;
  }
  return filled;
}

/** How many lanes people need whatever holes there are; lanes that are over a lowered limit keep whom they have (L5, L13). */
export function lanesNeeded(lanes: readonly Lane[], laneLimit: number): number {
  let left = lanes.reduce((sum, lane) => sum + lane.memberCount, 0);
  let needed = 0;
  for (const { memberCount } of [...lanes].sort((a, b) => a.number - b.number)) {
    if (left <= 0) break;
    left -= Math.max(laneLimit, memberCount);
    needed += 1;
  }
  return Math.max(1, needed);
}

/** The lane of each newcomer, in their order. */
export function laneOfEach(places: readonly Lane[]): number[] {
  return places.flatMap(({ number, memberCount }) => Array<number>(memberCount).fill(number));
}

/** Whether taking `leaving` admins away would leave nobody who administers (H4). */
export function leavesNoAdmin(adminCount: number, leaving: number): boolean {
  return leaving > 0 && adminCount - leaving < 1;
}

/** Of the admins of a place who are all to go: whom the guard of the last one is asked about (H4); nobody, while others stay. */
export function lastAmong(leavingAdmins: readonly string[], adminCount: number): string | null {
  return leavesNoAdmin(adminCount, leavingAdmins.length) ? (leavingAdmins.at(-1) ?? null) : null;
}

/** What came of people of whom some were changed and some were so already or refused with a code; the others are not in. */
export function outcomesOf(
  memberIds: readonly string[],
  { done, unchanged = new Set(), refused }: Changed,
): PersonOutcome[] {
  return memberIds.map((memberId) => {
    if (done.has(memberId)) return { memberId, outcome: "done", code: null };
    if (unchanged.has(memberId)) return { memberId, outcome: "unchanged", code: null };
    return { memberId, outcome: "refused", code: refused.get(memberId) ?? "not_a_member" };
  });
}
type Changed = {
  done: ReadonlySet<string>;
  unchanged?: ReadonlySet<string>;
  refused: ReadonlyMap<string, string>;
};

/** Fewer people than this are not told as a number to those who do not administer them: they could be named by it (P12). */
export const SMALLEST_SHOWN = 5;

/** A count as shown to those who do not administer. */
export function shownCount(count: number, exact: boolean): ShownCount {
  return exact || count >= SMALLEST_SHOWN ? count : "<5";
}

/** Whether a name typed to confirm a deletion is the name (H6): spaces around it do not count. */
export function confirmsName(typed: string, name: string): boolean {
  return typed.normalize("NFC").trim() === name;
}

/** From when on somebody must have been here to count as active (H9). */
export function activeSince(now: Date, days: number): Date {
  return daysAfter(now, -days);
}
