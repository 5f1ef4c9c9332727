import type { GroupStanding } from "@/lib/groups/policy";

export type MessageKind = "text" | "media" | "deleted" | "system";

/**
 * A message as one viewer may see it. A member who looks gets no id and no name of people who are not in the room with
 * them: those are "former member" with a number that is stable in the room (P13).
 */
export type MessageView = {
  id: string;
  groupId: string;
  authorId: string | null;
  authorName: string | null;
  formerMember: number | null;
  body: string;
  kind: MessageKind;
  mediaName: string | null;
  replyTo: string | null;
  createdAt: string;
  editedAt: string | null;
  removedAt: string | null;
  removedBy: string | null;
};

/** Who looks or acts, as far as a room's messages are concerned: with the actor's own member record, if any. */
export type RoomStanding = GroupStanding & { memberId: string | null };
