import type { Icon, ShownCount } from "@/lib/communities/types";

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
  createdAt: Date;
  revokedAt: Date | null;
};

/** What the bearer of a link may know before giving any data (X18): no member, no exact small number. */
export type Invitation = {
  tenant: { slug: string; name: string; country: string };
  state: InviteState | "closed" | "full";
  approval: boolean;
  community: { id: string; name: string; description: string; icon: Icon | null; memberCount: ShownCount };
  group: { id: string; name: string; description: string; icon: Icon | null } | null;
  /** The rooms to choose from where the invite names none. */
  openGroups: { id: string; name: string; isFull: boolean }[];
};

export type JoinRequest = {
  id: string;
  memberId: string;
  name: string;
  groupId: string | null;
  groupName: string | null;
  createdAt: Date;
};

export type Joined = { status: "joined" | "pending"; communityId: string; groupId: string | null };

/** A community at whose door people wait to be let in. */
export type WaitingCommunity = { communityId: string; name: string; count: number };
