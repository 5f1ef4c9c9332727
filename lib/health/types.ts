import type { ShownCount } from "@/lib/communities/types";
import type { Period } from "./rules";

/** A part of a whole; nothing of it is told where fewer than five could be named by it (P12). */
export type Ratio = {
  part: ShownCount;
  whole: ShownCount;
  /** Between 0 and 1; null where it is not told, or there is nothing. */
  share: number | null;
  /** The same of the time before. */
  before: number | null;
};

/** One step of the time that is looked at. */
export type Step<Counts extends string> = { from: string } & Record<Counts, ShownCount>;

/** How a community is doing: eight traits over some days, each beside the days before. */
export type Health = {
  communityId: string;
  days: Period;
  from: string;
  to: string;
  /** Who wrote in a group, of all who are in the community. */
  participation: Ratio & { steps: Step<"people">[] };
  /** Messages that somebody else replied to, of all. */
  replies: Ratio & { steps: Step<"answered" | "unanswered">[] };
  /** First messages of people who came lately that got a reply within a day, of all that have had one to get it. */
  newcomers: Ratio & { steps: Step<"answered" | "unanswered">[] };
  /** Who wrote in more than one group, of all who wrote; and how many wrote in each. */
  voices: Ratio & { groups: { groupId: string; name: string; people: ShownCount }[] };
  growth: {
    joined: ShownCount;
    left: ShownCount;
    joinedBefore: ShownCount;
    leftBefore: ShownCount;
    steps: Step<"joined" | "left">[];
  };
  /** Who was here when the time began and still is, of all who were. */
  staying: Ratio & { steps: Step<"people">[] };
  hours: {
    messages: ShownCount;
    /** Monday is 1; hours by the clock of the organisation. Those without a message are left out. */
    cells: { weekday: number; hour: number; messages: ShownCount }[];
    best: { weekday: number; hour: number } | null;
  };
  /** Who is known to have read what was sent to this community alone, of those to whom it came: the least that was read. */
  reading: Ratio & { sendings: SendingRead[] };
};

export type SendingRead = {
  announcementId: string;
  occurrenceId: string;
  dueAt: string;
  title: string;
  read: ShownCount;
  arrived: ShownCount;
  share: number | null;
};

/** One of the rows behind a number; which fields are there depends on the list. */
export type HealthRow = {
  memberId: string | null;
  name: string | null;
  groupId: string | null;
  groupName: string | null;
  messageId: string | null;
  /** The beginning of what was said. */
  words: string | null;
  /** How many messages, and in how many groups. */
  messages: number | null;
  groups: number | null;
  isAnswered: boolean | null;
  at: string;
};
