import type { Icon, JoinMode, ShownCount } from "@/lib/communities/types";
import type { Door } from "@/lib/groups/door-rules";

export type InviteState = "open" | "revoked" | "expired" | "used_up";

/** An invite as those who manage it see it; the token is not kept. */
export type Invite = {
  id: string;
  communityId: string;
  groupId: string | null;
  state: InviteState;
  expiresAt: Date | null;
  maxUses: number | null;
  useCount: number;
  approval: boolean;
  /** The member record of who made it, if any: who comes by it was invited by them. */
  createdByMember: string | null;
  createdAt: Date;
  revokedAt: Date | null;
};

/** What the bearer of a link may know before giving any data (X18): no member, no exact small number. */
export type Invitation = {
  tenant: { slug: string; name: string; country: string };
  state: InviteState | "closed" | "full";
  approval: boolean;
  community: { id: string; name: string; description: string; icon: Icon | null; memberCount: ShownCount };
  group: { id: string; name: string; description: string; icon: Icon | null; door: Door } | null;
  /** The rooms to choose from where the invite names none. */
  openGroups: { id: string; name: string; door: Door }[];
};

/** Somebody at the door, with the name they asked with; the person only for those who may see them. */
export type JoinRequest = {
  id: string;
  communityId: string;
  memberId: string | null;
  name: string;
  groupId: string | null;
  groupName: string | null;
  createdAt: Date;
};

/** A community at whose door people wait to be let in. */
export type WaitingCommunity = { communityId: string; name: string; count: number };

/** What came of wanting in: inside, asked and not answered yet, or in the queue of a full room. */
export type Joined =
  | { status: "joined" | "pending"; communityId: string; groupId: string | null }
  | { status: "waiting"; communityId: string; groupId: string; position: number };

/** A community, or with `groupId` a room of it, that a member administers. */
export type ManagedPlace = {
  communityId: string;
  groupId: string | null;
  name: string;
  communityName: string;
  icon: Icon | null;
  requests: number;
  suggestions: number;
};

/** A community whose admins let anybody of the tenant in, or ask (H7). */
export type OpenCommunity = {
  id: string;
  name: string;
  description: string;
  icon: Icon | null;
  joinMode: JoinMode;
  memberCount: number;
  isAsked: boolean;
};

/** An invite with what came of it: `stillIn` of its uses are in the community, the others wait, were refused, or left. */
export type InviteOutcome = Invite & { stillIn: number; pending: number; queued: number };

/** Somebody who came by an invite. */
export type InvitedPerson = { memberId: string; name: string; joinedAt: Date };
