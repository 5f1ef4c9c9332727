import type { StaffRole } from "@/lib/shared/actor";

/** What ties somebody to the place of an action: their own role in the community or room, or having written the thing. */
export const TIES = ["communityAdmin", "groupAdmin", "groupMember", "communityMember", "author"] as const;
export type Tie = (typeof TIES)[number];

type Row = Partial<Record<StaffRole, "all" | "granted"> & Record<Tie, "own">>;

/**
 * Permissions are data (R1): who may do what. Staff by their role (R2), where `granted` means only in the communities
 * granted to them; members, and staff through their own member record, by their tie to the place (R3–R5). A community
 * admin counts as a member of the community, a group admin as one of the group. Read by the server, the pages and
 * `docs/permissions.md`. What is not here is refused.
 */
export const PERMISSIONS = {
  "communities.create": { owner: "all", admin: "all" },
  "communities.view": {
    owner: "all",
    admin: "all",
    marketer: "granted",
    agent: "granted",
    communityMember: "own",
  },
  "communities.edit": { owner: "all", admin: "all", communityAdmin: "own" },
  "communities.retire": { owner: "all", admin: "all" },
  "communities.seeCounts": {
    owner: "all",
    admin: "all",
    marketer: "granted",
    agent: "granted",
    communityAdmin: "own",
  },
  "groups.seeCounts": {
    owner: "all",
    admin: "all",
    marketer: "granted",
    agent: "granted",
    communityAdmin: "own",
    groupAdmin: "own",
  },
  "groups.manage": { owner: "all", admin: "all", communityAdmin: "own" },
  "groups.suggest": { owner: "all", admin: "all", communityMember: "own" },
  "memberships.manage": { owner: "all", admin: "all", communityAdmin: "own" },
  "memberships.manageGroup": { owner: "all", admin: "all", communityAdmin: "own", groupAdmin: "own" },
  "bans.manage": { owner: "all", admin: "all", communityAdmin: "own" },
  "bans.manageGroup": { owner: "all", admin: "all", communityAdmin: "own", groupAdmin: "own" },
  "invites.manage": { owner: "all", admin: "all", communityAdmin: "own", groupAdmin: "own" },
  "members.view": { owner: "all", admin: "all", marketer: "granted", agent: "granted" },
  "members.viewPhone": { owner: "all", admin: "all" },
  "members.revealPhone": { owner: "all", admin: "all", agent: "granted" },
  "members.manage": { owner: "all", admin: "all" },
  "segments.use": { owner: "all", admin: "all", marketer: "granted" },
  "imports.run": { owner: "all", admin: "all" },
  "announcements.view": {
    owner: "all",
    admin: "all",
    marketer: "granted",
    agent: "granted",
    communityAdmin: "own",
  },
  "announcements.send": { owner: "all", admin: "all", marketer: "granted", communityAdmin: "own" },
  "templates.use": { owner: "all", admin: "all", marketer: "granted" },
  "templates.manage": { owner: "all", admin: "all" },
  "relay.post": { owner: "all", admin: "all", marketer: "granted", communityAdmin: "own", groupAdmin: "own" },
  "feedback.view": {
    owner: "all",
    admin: "all",
    marketer: "granted",
    agent: "granted",
    communityAdmin: "own",
    author: "own",
  },
  "feedback.answer": { owner: "all", admin: "all", agent: "granted", communityAdmin: "own" },
  "inbox.use": { owner: "all", admin: "all", agent: "granted" },
  "inbox.manage": { owner: "all", admin: "all" },
  "messages.read": {
    owner: "all",
    admin: "all",
    agent: "granted",
    communityAdmin: "own",
    groupMember: "own",
  },
  "messages.post": {
    owner: "all",
    admin: "all",
    agent: "granted",
    communityAdmin: "own",
    groupMember: "own",
  },
  "messages.moderate": {
    owner: "all",
    admin: "all",
    agent: "granted",
    communityAdmin: "own",
    groupAdmin: "own",
    author: "own",
  },
  "billing.view": { owner: "all", admin: "all", finance: "all" },
  "billing.manage": { owner: "all", admin: "all", finance: "all" },
  "staff.manage": { owner: "all", admin: "all" },
  "grants.manage": { owner: "all", admin: "all", communityAdmin: "own" },
  "apiKeys.manage": { owner: "all", admin: "all" },
  "audit.view": { owner: "all", admin: "all" },
  "settings.manage": { owner: "all", admin: "all" },
  "privacy.manage": { owner: "all", admin: "all" },
  "seeAs.use": { owner: "all", admin: "all", communityAdmin: "own" },
  "tenant.transfer": { owner: "all" },
  "tenant.delete": { owner: "all" },
} as const satisfies Record<string, Row>;

export type Action = keyof typeof PERMISSIONS;
export const ACTIONS = Object.keys(PERMISSIONS) as Action[];

/** How far a staff role reaches with an action: everywhere, in granted communities, or not at all. */
export function reachOf(role: StaffRole, action: Action): "all" | "granted" | "none" {
  return rowOf(action)[role] ?? "none";
}

/** Whether a tie to the place is enough for an action there. */
export function tieSuffices(tie: Tie, action: Action): boolean {
  return rowOf(action)[tie] === "own";
}

function rowOf(action: Action): Row {
  return PERMISSIONS[action] ?? {};
}
