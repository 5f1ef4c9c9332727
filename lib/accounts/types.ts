import type { StaffRole } from "@/lib/shared/actor";

export type InvitableRole = Exclude<StaffRole, "owner">;

/** A person of the team as the team page shows them. */
export type StaffPerson = {
  id: string;
  userId: string;
  name: string;
  email: string;
  role: StaffRole;
  grantedCommunityIds: string[];
  since: Date;
};

/** An invitation that waits for an answer. */
export type PendingInvitation = { id: string; email: string; role: InvitableRole; expiresAt: Date };

/** An invitation as its holder sees it; `problem` says why it cannot be accepted any more. */
export type InvitationView = {
  tenantId: string;
  tenantName: string;
  slug: string;
  email: string;
  role: InvitableRole;
  hasAccount: boolean;
  problem: "invite_expired" | "invite_revoked" | "invite_used_up" | null;
};

export type GrantableCommunity = { id: string; name: string };

export type ApiKeyRow = {
  id: string;
  name: string;
  scopes: string[];
  createdAt: Date;
  lastUsedAt: Date | null;
};
