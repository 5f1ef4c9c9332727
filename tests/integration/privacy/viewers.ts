import { viewerOf, visibleFields } from "@/lib/members/visibility/policy";
import type { Relation, Viewer } from "@/lib/members/visibility/types";
import { STAFF_ROLES, type StaffRole } from "@/lib/shared/actor";
import type { Planted, PlantedVillage, Room } from "../../support/planted-village";
import type { Neighbour } from "../../support/world";
import { keyOf } from "../matrix/call-api";
import { allowedFacts, type Fact } from "./told";

/** Somebody who looks: with a key, in the browser, or both; and what the pure rule lets them see of a person. */
export type Onlooker = {
  kind: string;
  key: { token: string | null; headers?: Record<string, string> };
  /** Signed in as; null is signed out. */
  userId: string | null;
  memberId?: string;
  /** Looks at the portal through this member's eyes (P15); in a confined look, within some communities only. */
  look?: { isConfined: boolean };
  /** Whom the rule asks about; null: it lets them see nobody. */
  viewer: Viewer | null;
  knows(person: Planted): ReadonlySet<Fact>;
};

const NOTHING: Relation = {
  self: false,
  sharedGroups: [],
  administeredGroups: [],
  administeredCommunities: [],
  ledCommunities: [],
  staff: null,
  system: false,
};
const nobody = { viewer: null, knows: () => new Set<Fact>() };

/** Every kind of viewer of a village: each staff role, each member, who has left, strangers, people of another tenant. */
export async function onlookersOf(village: PlantedVillage, there: Neighbour): Promise<Onlooker[]> {
  const { here } = village;
  const staff = await Promise.all(STAFF_ROLES.map((role) => staffOnlooker(village, role)));
  const token = await keyOf(here, "owner");
  const members = village.people.map(
    (viewer): Onlooker => ({
      kind: `member ${viewer.index}`,
      key: { token, headers: { "Aldeia-View-As": viewer.id } },
      userId: viewer.userId,
      memberId: viewer.id,
      viewer: { kind: "member", memberId: viewer.id },
      knows: (person) => allowedFacts(visibleFields(relationOfMember(village, viewer, person))),
    }),
  );
  return [
    ...staff,
    ...members,
    { kind: "stranger", key: { token: null }, userId: null, ...nobody },
    {
      kind: "owner of another tenant",
      key: { token: await keyOf(there, "owner") },
      userId: there.staff.owner.userId,
      ...nobody,
    },
  ];
}

const MOST_LOOKS = 3;

/** Looks through members' eyes: the owner's, which see what the member sees, and those of admins of communities, within them. */
export function looksOf(village: PlantedVillage): Onlooker[] {
  const { here, people, communities } = village;
  const byOwner = people
    .slice(0, MOST_LOOKS)
    .map((member) => lookOf(village, { kind: "owner", userId: here.staff.owner.userId }, member, null));
  const byAdmins = people.flatMap((admin) => {
    const reach = communities.filter((room) => leads(room, admin));
    return people
      .filter((member) => member.id !== admin.id && reach.some((room) => isIn(room, member)))
      .map((member) =>
        lookOf(village, { kind: `admin ${admin.index}`, userId: admin.userId }, member, reach),
      );
  });
  return [...byOwner, ...byAdmins.slice(0, MOST_LOOKS)];
}

function lookOf(
  village: PlantedVillage,
  by: { kind: string; userId: string },
  member: Planted,
  reach: Room[] | null,
): Onlooker {
  const inReach = new Set([
    ...(reach ?? []).map(({ id }) => id),
    ...village.groups
      .filter(({ communityId }) => reach?.some(({ id }) => id === communityId))
      .map(({ id }) => id),
  ]);
  const cut = (ids: readonly string[]) => ids.filter((id) => reach === null || inReach.has(id));
  return {
    kind: `${by.kind} through the eyes of ${member.index}`,
    key: { token: null },
    userId: by.userId,
    memberId: member.id,
    viewer: { kind: "member", memberId: member.id },
    look: { isConfined: reach !== null },
    knows: (person) => {
      const relation = relationOfMember(village, member, person);
      return allowedFacts(
        visibleFields({
          ...relation,
          sharedGroups: cut(relation.sharedGroups),
          administeredGroups: cut(relation.administeredGroups),
          administeredCommunities: cut(relation.administeredCommunities),
          ledCommunities: cut(relation.ledCommunities),
        }),
      );
    },
  };
}

async function staffOnlooker({ here, communities }: PlantedVillage, role: StaffRole): Promise<Onlooker> {
  const granted = communities.slice(0, 1);
  const viewer = viewerOf(here.as(role).actor);
  if (viewer.kind !== "staff") throw new Error("no staff");
  return {
    kind: role,
    key: { token: await keyOf(here, role) },
    userId: here.staff[role].userId,
    viewer,
    knows: (person) => {
      const inGranted = granted.filter((room) => isIn(room, person)).map(({ id }) => id);
      return allowedFacts(visibleFields({ ...NOTHING, staff: { role, grantedCommunities: inGranted } }));
    },
  };
}

/** The facts between two people, read off the village as it was planned: no SQL of ours is asked. */
function relationOfMember(
  { communities, groups }: PlantedVillage,
  viewer: Planted,
  person: Planted,
): Relation {
  if (viewer.id === person.id) return { ...NOTHING, self: true };
  const both = <R extends Room>(rooms: R[]) =>
    rooms.filter((room) => isIn(room, viewer) && isIn(room, person));
  const ids = (rooms: Room[]) => rooms.map(({ id }) => id);
  return {
    ...NOTHING,
    sharedGroups: ids(both(groups)),
    administeredGroups: ids(both(groups).filter((room) => leads(room, viewer))),
    administeredCommunities: ids(both(communities).filter((room) => leads(room, viewer))),
    ledCommunities: ids(both(communities).filter((room) => leads(room, person))),
  };
}

export function isIn({ roles }: Room, { index }: Planted): boolean {
  return (roles[index] ?? "none") !== "none";
}

function leads({ roles }: Room, { index }: Planted): boolean {
  return roles[index] === "admin";
}
