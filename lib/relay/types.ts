import type { AttachedMedia } from "@/lib/media/types";
import type { TaskState } from "./rules";

export type Poster = { memberId: string; name: string };

/** What one person is to post in one group (A21). */
export type RelayTask = {
  id: string;
  announcementId: string;
  occurrenceId: string;
  communityId: string;
  groupId: string;
  communityName: string;
  groupName: string;
  /** As it is posted, with the marks of WhatsApp (A2) and the way into the portal. */
  words: string;
  /** To be posted with them. */
  media: AttachedMedia[];
  /** How many of the audience sit in the group. */
  people: number;
  state: TaskState;
  opensAt: Date;
  dueAt: Date;
  closesAt: Date;
  postedAt: Date | null;
  /** Until when the tick can be taken back; null when it cannot. */
  undoUntil: Date | null;
  /** Corrected since it was posted: what stands in the group is the old text (A11). */
  isOutdated: boolean;
  assignee: Poster | null;
  isMine: boolean;
  remindedAt: Date | null;
};

/** How far the posting by hand of one sending has come, for those who watch it. */
export type RelayCoverage = {
  occurrenceId: string;
  groups: number;
  posted: number;
  late: number;
  /** Members who are to be reached by hand, and those who count as reached. */
  people: number;
  reached: number;
  tasks: RelayTask[];
};
