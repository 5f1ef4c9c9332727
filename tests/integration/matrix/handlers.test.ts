import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { STAFF_ROLES } from "@/lib/shared/actor";
import { newId } from "@/lib/shared/ids";
import { aWorld, type Neighbour } from "../../support/world";
import { stripeForTests } from "../billing/stripe-world";
import { root } from "./discover";
import { aPlace, type Place } from "./place";
import type { PageRow } from "./row-types";
import { pageRows } from "./rows";
import { outcomeOf, signIn } from "./web-edge";

// The route handlers beside the pages: × signed out, other tenant, each role (T2, T3, R1).
stripeForTests();
type Handler = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>;
let here: Neighbour;
let there: Neighbour;
let open: Place;
let foreign: Place;

beforeAll(async () => {
  ({ here, there } = await aWorld());
  open = await aPlace(here, { granted: true });
  foreign = await aPlace(there, { granted: true });
});

const handlers = Object.entries(pageRows).filter(([name]) => name.includes(" "));

describe.each(handlers)("%s", (name, row) => {
  // The owner of a tenant is its first member too.
  const staffRoles = row.allowed === "members" ? ["owner" as const] : row.allowed;

  test("signed out: to the sign-in page, or nothing there", async () => {
    await signIn(null);
    const outcome = await called(name, row, open);
    const isSentAway = typeof outcome === "object" && "redirect" in outcome && !(outcome instanceof Response);
    if (isSentAway) expect(outcome.redirect).toContain("/entrar");
    else expect(statusOf(outcome)).toBe(404);
  });

  test("T3: for people of another tenant the address does not exist", async () => {
    for (const user of [there.staff.owner.userId, foreign.memberUserId]) {
      await signIn(user);
      expect(statusOf(await called(name, row, open))).toBe(404);
    }
  });

  test.each(STAFF_ROLES.filter((role) => !staffRoles.includes(role)))("%s may not", async (role) => {
    await signIn(here.staff[role].userId);
    expect([403, 404]).toContain(statusOf(await called(name, row, open)));
  });

  test.each(staffRoles)("%s may", async (role) => {
    await signIn(here.staff[role].userId);
    expect(row.permitted ? [403, 500] : [403, 404, 500]).not.toContain(
      statusOf(await called(name, row, open)),
    );
  });

  test.runIf(row.allowed === "members")("a member may", async () => {
    await signIn(open.memberUserId);
    // 303: it leads on to an address outside; to the sign-in page it would be another.
    expect([200, 201, 204, 303]).toContain(statusOf(await called(name, row, open)));
  });

  test.runIf(row.params)("T3: an id of another tenant answers as one that nobody has", async () => {
    await signIn(row.allowed === "members" ? open.memberUserId : here.staff.owner.userId);
    const theirs = await outcomeText(name, row, await row.params?.(foreign));
    for (const id of [newId(), "x"]) {
      const unknown = Object.fromEntries(
        Object.keys((await row.params?.(open)) ?? {}).map((key) => [key, id]),
      );
      expect(await outcomeText(name, row, unknown)).toEqual(theirs);
    }
    expect(theirs).toMatch(/^404/);
  });
});

async function called(name: string, row: PageRow, place: Place, params = row.params?.(place)) {
  const [method = "", address = ""] = name.split(" ");
  const module = (await import(/* @vite-ignore */ join(root, "app", address, "route.ts"))) as Record<
    string,
    Handler
  >;
  const handler = module[method];
  if (!handler) throw new Error(`${name} is not exported`);
  const search = new URLSearchParams((await row.query?.(place)) ?? {});
  const given = method === "GET" ? undefined : ((await row.body?.(place)) ?? {});
  const body =
    given === undefined
      ? {}
      : { body: given instanceof Uint8Array ? new Uint8Array(given) : JSON.stringify(given) };
  const request = new Request(`http://localhost${address}?${search}`, { method, ...body });
  const ids = (await params) ?? {};
  return await outcomeOf(() => handler(request, { params: Promise.resolve({ tenant: here.slug, ...ids }) }));
}

function statusOf(outcome: Awaited<ReturnType<typeof called>>): number {
  if (outcome === "404") return 404;
  return outcome instanceof Response ? outcome.status : 302;
}

async function outcomeText(name: string, row: PageRow, params: Record<string, string> = {}): Promise<string> {
  const outcome = await called(name, row, open, params);
  return outcome instanceof Response ? `${outcome.status} ${await outcome.text()}` : String(outcome);
}
