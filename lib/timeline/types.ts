export const TIMELINE_KINDS = [
  "created",
  "joined",
  "left",
  "removed",
  "promoted",
  "demoted",
  "announcement_got",
  "announcement_read",
  "answered",
  "feedback",
  "consent_granted",
  "consent_refused",
  "note",
] as const;
export type TimelineKind = (typeof TIMELINE_KINDS)[number];

/** One thing that happened with a person. */
export type TimelineEntry = {
  kind: TimelineKind;
  at: Date;
  /** What it is about, to be looked up: the announcement, the feedback, the room, the import. */
  subjectId: string | null;
  /** In words: the room's name, the announcement's beginning, the feedback's title, the note, the file. */
  text: string | null;
  /** More of it: a source, a channel and purpose, the author of a note, whether the room is a group. */
  detail: string | null;
};
