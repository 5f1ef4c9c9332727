import { beforeAll, describe, expect, test } from "vitest";
import { STAFF_ROLES, type StaffRole } from "@/lib/shared/actor";
import { isId } from "@/lib/shared/ids";
import { aWorld, type Neighbour } from "../../support/world";
import { type ActionOutcome, callAction, codeOf } from "./call-action";
import { digestOf } from "./digest";
import { aPlace, type Place } from "./place";
import type { ActionRow } from "./row-types";
import { actionRows } from "./rows";
import { signIn } from "./web-edge";

// Every server action is a public POST address: × signed out, other tenant, each role (T2, T3, R1, R2).
type Row<Kind extends ActionRow["for"]> = Extract<ActionRow, { for: Kind }>;
let here: Neighbour;
let there: Neighbour;
let open: Place;
let closed: Place;
let foreign: Place;

beforeAll(async () => {
  ({ here, there } = await aWorld());
  open = await aPlace(here, { granted: true });
  closed = await aPlace(here, { granted: false });
  foreign = await aPlace(there, { granted: true });
});

const rowsFor = <Kind extends ActionRow["for"]>(kind: Kind) =>
  Object.entries(actionRows).filter((entry): entry is [string, Row<Kind>] => entry[1].for === kind);
const tenantRows = [...rowsFor("staff"), ...rowsFor("member")];

describe.each(tenantRows)("%s", (name, row) => {
  test("signed out: to the sign-in page", async () => {
    await signIn(null);
    expect(await called(name, row, open)).toEqual({ redirect: expect.stringContaining("/entrar") });
  });

  test("T3: for a user of another tenant the address does not exist", async () => {
    for (const user of [foreign.memberUserId, there.staff.owner.userId]) {
      await signIn(user);
      expect(await called(name, row, open)).toBe("404");
    }
  });

  test("T3: ids of another tenant change nothing there, and are as unknown", async () => {
    await signIn(row.for === "staff" ? here.staff.owner.userId : open.memberUserId);
    const form = await row.form(foreign);
    const before = await digestOf(there.tenantId);
    const outcome = await called(name, { ...row, form: () => form }, open);
    const refused = Object.values(form).flat().some(namesId) ? /^(404|not_found|invalid_input)$/ : /./;
    expect(codeOf(outcome)).toMatch(refused);
    expect(await digestOf(there.tenantId)).toEqual(before);
  });
});

describe.each(rowsFor("staff"))("%s", (name, row) => {
  test("a member is no staff: 404", async () => {
    await signIn(open.memberUserId);
    expect(await called(name, row, open)).toBe("404");
  });

  test.each(STAFF_ROLES.filter((role) => !row.allowed.includes(role)))("%s may not", async (role) => {
    expect(await calledAs(role, name, row, open)).toSatisfy(isRefusal);
  });

  test.each(row.allowed)("%s may", async (role) => {
    const outcome = await calledAs(role, name, row, await aPlace(here, { granted: true }));
    expect(outcome).toSatisfy(row.permitted ? isPermitted : isDone);
  });

  test.each(row.reach === "granted" ? row.allowed.filter(heldToGrants) : [])(
    "R2: %s may not where no grant was given",
    async (role) => {
      expect(await calledAs(role, name, row, closed)).toSatisfy(isRefusal);
    },
  );
});

describe.each(rowsFor("member"))("%s", (name, row) => {
  test("a member may", async () => {
    const place = await aPlace(here, { granted: true });
    await signIn(place.memberUserId);
    expect(await called(name, row, place)).toSatisfy(isDone);
  });

  // An agent who has written in a room is one since.
  test.each(["finance", "marketer"] as const)("%s of the staff is no member: 404", async (role) => {
    expect(await calledAs(role, name, row, open)).toBe("404");
  });
});

async function calledAs(role: StaffRole, name: string, row: Row<"staff" | "member">, place: Place) {
  await signIn(here.staff[role].userId);
  return await called(name, row, place);
}

async function called(name: string, row: Row<"staff" | "member">, place: Place) {
  return await callAction(name, here.slug, await row.form(place));
}

const isRefusal = (outcome: ActionOutcome) =>
  /^(404|not_found|not_allowed|not_granted)$/.test(codeOf(outcome));
const isDone = (outcome: ActionOutcome) => /^(done|to \/(?!entrar).*)$/.test(codeOf(outcome));
const isPermitted = (outcome: ActionOutcome) => !isRefusal(outcome) && codeOf(outcome) !== "internal";
const namesId = (value: unknown) => typeof value === "string" && isId(value.replace(/^[cg]:/, ""));
const heldToGrants = (role: StaffRole) => role === "marketer" || role === "agent";
