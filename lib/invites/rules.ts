import type { RefusalCode } from "@/lib/shared/refusal-codes";
import type { InviteState } from "./types";

type InviteFacts = {
  revokedAt: Date | null;
  expiresAt: Date | null;
  maxUses: number | null;
  useCount: number;
};

/** What an invite still is at an instant (H7). Revoked says more than expired, expired more than used up. */
export function inviteState(invite: InviteFacts, now: Date): InviteState {
  if (invite.revokedAt) return "revoked";
  if (invite.expiresAt && invite.expiresAt <= now) return "expired";
  return invite.maxUses !== null && invite.useCount >= invite.maxUses ? "used_up" : "open";
}

/** The code with which a closed invite refuses; null while it is open. */
export function refusalOf(state: InviteState): RefusalCode | null {
  return state === "open" ? null : `invite_${state}`;
}
