import { describe, expect, test } from "vitest";
import { PARTIES, permissionsOf, permissionTable, TOPICS, tableByTopic } from "@/lib/permissions/rules";
import type { Holder, Places } from "@/lib/permissions/types";
import { type Actor, STAFF_ROLES, type StaffActor, type StaffRole } from "@/lib/shared/actor";
import { ACTIONS, type Action } from "@/lib/tenants/permissions";
import { canAsStaff, may, type Standing } from "@/lib/tenants/policy";

const NOWHERE: Places = {
  grantedCommunityIds: [],
  administeredCommunityIds: [],
  communityIds: [],
  administeredGroupIds: [],
  groupIds: [],
};
const [HERE, ROOM] = ["house", "room"];
type Seat = "admin" | "member" | null;
type Person = { role: StaffRole | null; inHouse: Seat; inRoom: Seat; granted: boolean };
const SEATS: Seat[] = [null, "member", "admin"];
/** Every role, or none, × every seat in the house and its room × granted or not. */
const PEOPLE: Person[] = [null, ...STAFF_ROLES].flatMap((role) =>
  SEATS.flatMap((inHouse) =>
    SEATS.flatMap((inRoom) => [true, false].map((granted) => ({ role, inHouse, inRoom, granted }))),
  ),
);
const grantsOf = (holder: Holder, action: Action) =>
  permissionsOf(holder).find((permission) => permission.action === action)?.grants ?? [];

describe("R1: what one person may do is what every policy answers for them", () => {
  test.each(ACTIONS)("%s", (action) => {
    for (const person of PEOPLE) {
      const say = JSON.stringify({ action, ...person });
      const { holder, actor, standing } = standingOf(person);
      const grants = grantsOf(holder, action).filter(({ by }) => by !== "author");
      expect(grants.length > 0, say).toBe(may(actor, action, standing).ok);
      const places = grants.flatMap(({ where }) =>
        where === "everywhere" || where === "ownThings" ? [] : [holder.places[where]],
      );
      expect(places, say).not.toContainEqual([]);
      const anywhere = person.role !== null && canAsStaff(staffActor(person.role, []), action, HERE).ok;
      expect(
        grants.some(({ where }) => where === "everywhere"),
        say,
      ).toBe(anywhere);
    }
  });

  test("what somebody wrote is theirs by R5 wherever they are, and nothing of one who is no member", () => {
    const author = { rule: "R5", by: "author", where: "ownThings" };
    const member = { staffId: null, memberId: "m", role: null, places: NOWHERE };
    expect(grantsOf(member, "messages.moderate")).toEqual([author]);
    expect(permissionsOf({ ...member, memberId: null }).flatMap(({ grants }) => grants)).toEqual([]);
  });

  test("a marketer without a grant sends nothing; with one, there alone and by R2", () => {
    const marketer = { staffId: "s", memberId: null, role: "marketer" as const, places: NOWHERE };
    expect(grantsOf(marketer, "announcements.send")).toEqual([]);
    const granted = { ...marketer, places: { ...NOWHERE, grantedCommunityIds: [HERE] } };
    expect(grantsOf(granted, "announcements.send")).toEqual([
      { rule: "R2", by: "marketer", where: "grantedCommunityIds" },
    ]);
  });
});

describe("the table for people", () => {
  test("has each action once, in a topic", () => {
    const shown = tableByTopic().flatMap(({ rows }) => rows.map(({ action }) => action));
    expect(shown.toSorted()).toEqual(ACTIONS.toSorted());
    expect(tableByTopic().map(({ topic }) => topic)).toEqual(TOPICS);
  });

  test("of one party has what that party may do, and nothing else", () => {
    for (const party of PARTIES) {
      const shown = tableByTopic(party).flatMap(({ rows }) => rows);
      const allowed = permissionTable().filter(({ reach }) => reach[party] !== "none");
      expect(shown.map(({ action }) => action).toSorted()).toEqual(
        allowed.map(({ action }) => action).toSorted(),
      );
      expect(shown.length).toBeGreaterThan(0);
    }
  });
});

/** Somebody by role, ties and grant: as a holder of permissions, as who acts, and their standing in the house. */
function standingOf({ role, inHouse, inRoom, granted }: Person) {
  const only = (holds: boolean, id: string) => (holds ? [id] : []);
  const places: Places = {
    grantedCommunityIds: only(granted, HERE),
    administeredCommunityIds: only(inHouse === "admin", HERE),
    communityIds: only(inHouse !== null || inRoom !== null, HERE),
    administeredGroupIds: only(inRoom === "admin", ROOM),
    groupIds: only(inRoom !== null, ROOM),
  };
  const holder: Holder = { staffId: role && "s", memberId: "m", role, places };
  const standing: Standing = { communityId: HERE, role: inHouse, groupRole: inRoom, isAuthor: false };
  const actor: Actor = role
    ? staffActor(role, places.grantedCommunityIds)
    : { kind: "member", memberId: "m", userId: null };
  return { holder, actor, standing };
}

function staffActor(role: StaffRole, grantedCommunityIds: readonly string[]): StaffActor {
  return { kind: "staff", staffId: "s", userId: "u", role, memberId: "m", grantedCommunityIds };
}
