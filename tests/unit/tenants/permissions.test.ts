import { describe, expect, test } from "vitest";
import { STAFF_ROLES, type StaffActor, type StaffRole } from "@/lib/shared/actor";
import { ACTIONS, type Action, TIES } from "@/lib/tenants/permissions";
import { may, type Standing, tiesOf } from "@/lib/tenants/policy";

const HERE = "here";

/** The rules R2–R5 written down a second time, by hand: who may do each action. `m*` is a marketer where granted. */
const WHO: Record<string, string> = {
  "communities.create": "owner admin",
  "communities.view": "owner admin marketer* agent* communityMember",
  "communities.edit": "owner admin communityAdmin",
  "communities.retire": "owner admin",
  "communities.seeCounts": "owner admin marketer* agent* communityAdmin",
  "groups.seeCounts": "owner admin marketer* agent* communityAdmin groupAdmin",
  "groups.manage": "owner admin communityAdmin",
  "groups.suggest": "owner admin communityMember",
  "memberships.manage": "owner admin communityAdmin",
  "memberships.manageGroup": "owner admin communityAdmin groupAdmin",
  "bans.manage": "owner admin communityAdmin",
  "bans.manageGroup": "owner admin communityAdmin groupAdmin",
  "invites.manage": "owner admin communityAdmin groupAdmin",
  "members.view": "owner admin marketer* agent*",
  "members.viewPhone": "owner admin",
  "members.revealPhone": "owner admin agent*",
  "members.manage": "owner admin",
  "segments.use": "owner admin marketer*",
  "templates.use": "owner admin marketer*",
  "templates.manage": "owner admin",
  "imports.run": "owner admin",
  "announcements.view": "owner admin marketer* agent* communityAdmin",
  "announcements.send": "owner admin marketer* communityAdmin",
  "relay.post": "owner admin marketer* communityAdmin groupAdmin",
  "feedback.view": "owner admin marketer* agent* communityAdmin author",
  "feedback.answer": "owner admin agent* communityAdmin",
  "inbox.use": "owner admin agent*",
  "inbox.manage": "owner admin",
  "messages.read": "owner admin agent* communityAdmin groupMember",
  "messages.post": "owner admin agent* communityAdmin groupMember",
  "messages.moderate": "owner admin agent* communityAdmin groupAdmin author",
  "billing.view": "owner admin finance",
  "billing.manage": "owner admin finance",
  "staff.manage": "owner admin",
  "grants.manage": "owner admin communityAdmin",
  "apiKeys.manage": "owner admin",
  "audit.view": "owner admin",
  "privacy.manage": "owner admin",
  "settings.manage": "owner admin",
  "seeAs.use": "owner admin communityAdmin",
  "tenant.transfer": "owner",
  "tenant.delete": "owner",
};

/** Every tie that can be: none, in the community, in the group, admin of either, and each of them as the author. */
const STANDINGS: Standing[] = [null, "member", "admin"].flatMap((role) =>
  [null, "member", "admin"].flatMap((groupRole) =>
    [false, true].map((isAuthor) => ({ communityId: HERE, role, groupRole, isAuthor }) as Standing),
  ),
);

const staff = (role: StaffRole, grantedCommunityIds: string[]): StaffActor => ({
  kind: "staff",
  staffId: `staff-${role}`,
  userId: `user-${role}`,
  role,
  memberId: `member-${role}`,
  grantedCommunityIds,
});
const member = { kind: "member", memberId: "member", userId: null } as const;

describe("R1: one table decides, role by action by tie", () => {
  test.each(ACTIONS)("%s is for exactly those whom the rules name", (action) => {
    const named = (WHO[action] ?? "").split(" ");
    for (const standing of STANDINGS) {
      const byTie = tiesOf(standing).some((tie) => named.includes(tie));
      expect(may(member, action, standing).ok, JSON.stringify(standing)).toBe(byTie);
      for (const role of STAFF_ROLES) {
        const everywhere = named.includes(role);
        const where = named.includes(`${role}*`);
        const say = `${role} ${JSON.stringify(standing)}`;
        expect(may(staff(role, [HERE]), action, standing).ok, say).toBe(byTie || everywhere || where);
        expect(may(staff(role, ["elsewhere"]), action, standing).ok, say).toBe(byTie || everywhere);
      }
    }
  });

  test("the table names every action once, and only roles and ties that exist", () => {
    expect(ACTIONS.sort()).toEqual(Object.keys(WHO).sort());
    const known = [...STAFF_ROLES, ...TIES, "marketer*", "agent*"];
    expect(Object.values(WHO).flatMap((names) => names.split(" ").filter((n) => !known.includes(n)))).toEqual(
      [],
    );
  });

  test("an unknown action and an unknown role are refused", () => {
    const unknown = "communities.burn" as Action;
    const stranger = { ...staff("owner", []), role: "janitor" as StaffRole };
    expect(may(staff("owner", []), unknown, STANDINGS[0] as Standing).ok).toBe(false);
    for (const action of ACTIONS) expect(may(stranger, action, STANDINGS[0] as Standing).ok).toBe(false);
  });
});

describe("a refusal tells no more than the actor may know", () => {
  const nowhere: Standing = { communityId: HERE, role: null };

  test("T3: to a member who is not there the place does not exist", () => {
    expect(may(member, "communities.edit", nowhere)).toEqual({ ok: false, code: "not_found" });
    expect(may(member, "communities.edit", { ...nowhere, role: "member" })).toMatchObject({
      code: "not_allowed",
    });
  });

  test("R2: staff outside of what is granted to them are told so, whatever they wanted to do", () => {
    const marketer = staff("marketer", ["elsewhere"]);
    for (const action of ["announcements.send", "groups.manage"] as const)
      expect(may(marketer, action, nowhere)).toMatchObject({ code: "not_granted" });
    expect(may(staff("marketer", [HERE]), "groups.manage", nowhere)).toMatchObject({ code: "not_allowed" });
    expect(may(staff("finance", [HERE]), "communities.view", nowhere)).toMatchObject({ code: "not_allowed" });
  });
});
