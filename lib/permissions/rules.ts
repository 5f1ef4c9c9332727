import { STAFF_ROLES, type StaffRole } from "@/lib/shared/actor";
import { ACTIONS, type Action, reachOf, TIES, type Tie, tieSuffices } from "@/lib/tenants/permissions";
import type { Grant, Holder, Permission } from "./types";

/** The rule that speaks of each tie. */
const TIE_RULES = {
  communityAdmin: { rule: "R3", where: "administeredCommunityIds" },
  groupAdmin: { rule: "R4", where: "administeredGroupIds" },
  groupMember: { rule: "R5", where: "groupIds" },
  communityMember: { rule: "R5", where: "communityIds" },
  author: { rule: "R5", where: "ownThings" },
} as const satisfies Record<Tie, Omit<Grant, "by">>;

/** What somebody may do, by which rule and where (R1–R5): the answer of `may` for all their places at once. */
export function permissionsOf(holder: Holder): Permission[] {
  return ACTIONS.map((action) => ({ action, grants: grantsOf(holder, action) }));
}

/** What lets somebody do one action. */
function grantsOf(holder: Holder, action: Action): Grant[] {
  const ties = TIES.filter((tie) => tieSuffices(tie, action))
    .map((tie) => ({ ...TIE_RULES[tie], by: tie }))
    .filter(({ where }) => holds(holder, where));
  return [...roleGrants(holder, action), ...ties];
}

function roleGrants(holder: Holder, action: Action): Grant[] {
  const { role } = holder;
  if (role === null) return [];
  switch (reachOf(role, action)) {
    case "all":
      return [{ rule: "R2", by: role, where: "everywhere" }];
    case "granted":
      return holds(holder, "grantedCommunityIds")
        ? [{ rule: "R2", by: role, where: "grantedCommunityIds" }]
        : [];
    case "none":
      return [];
  }
}

function holds({ memberId, places }: Holder, where: Exclude<Grant["where"], "everywhere">): boolean {
  return where === "ownThings" ? memberId !== null : places[where].length > 0;
}

/** A column of the table: a role of the team, or a tie to the place. */
export type Party = StaffRole | Tie;
export const PARTIES: readonly Party[] = [...STAFF_ROLES, ...TIES];
export type Reach = "everywhere" | "granted" | "inPlace" | "none";
export type TableRow = { action: Action; reach: Record<Party, Reach> };

/** The whole table as its readers get it (R1). */
export function permissionTable(): TableRow[] {
  return ACTIONS.map((action) => ({
    action,
    reach: Object.fromEntries(
      PARTIES.map((party) => [party, partyReach(party, action)]),
    ) as TableRow["reach"],
  }));
}

type NounOf<A> = A extends `${infer N}.${string}` ? N : never;

export const TOPICS = ["communities", "people", "talk", "organization"] as const;
export type Topic = (typeof TOPICS)[number];

/** What the nouns of the actions are about, for people who read the table. */
const TOPIC_OF: Record<NounOf<Action>, Topic> = {
  communities: "communities",
  inbox: "talk",
  groups: "communities",
  memberships: "communities",
  invites: "communities",
  bans: "communities",
  grants: "communities",
  members: "people",
  segments: "people",
  imports: "people",
  privacy: "people",
  seeAs: "people",
  announcements: "talk",
  templates: "talk",
  feedback: "talk",
  messages: "talk",
  relay: "talk",
  billing: "organization",
  staff: "organization",
  apiKeys: "organization",
  audit: "organization",
  settings: "organization",
  tenant: "organization",
};

/** The table by topic; narrowed to a party, only what that party may do. */
export function tableByTopic(party?: Party): { topic: Topic; rows: TableRow[] }[] {
  const rows = permissionTable().filter(({ reach }) => party === undefined || reach[party] !== "none");
  return TOPICS.map((topic) => ({
    topic,
    rows: rows.filter(({ action }) => topicOf(action) === topic),
  })).filter((group) => group.rows.length > 0);
}

function topicOf(action: Action): Topic {
  return TOPIC_OF[action.split(".")[0] as NounOf<Action>];
}

function partyReach(party: Party, action: Action): Reach {
  if (isTie(party)) return tieSuffices(party, action) ? "inPlace" : "none";
  const reach = reachOf(party, action);
  return reach === "all" ? "everywhere" : reach;
}

function isTie(party: Party): party is Tie {
  return (TIES as readonly string[]).includes(party);
}
