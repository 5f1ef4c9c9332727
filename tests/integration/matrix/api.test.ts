import { beforeAll, describe, expect, test } from "vitest";
import { routes } from "@/app/api/v1/registry";
import { hasScope, SCOPES } from "@/lib/platform/http/scopes";
import { STAFF_ROLES, type StaffRole } from "@/lib/shared/actor";
import { newId } from "@/lib/shared/ids";
import { aWorld, type Neighbour } from "../../support/world";
import { callApi, keyOf } from "./call-api";
import { type Answer, expectConforms } from "./description";
import { aPlace, type Place } from "./place";
import type { ApiRow } from "./row-types";
import { apiRows } from "./rows";

// Every endpoint × other tenant, malformed id, no key, missing scope, each role (T2, T3, R1, R2).
let here: Neighbour;
let there: Neighbour;
let open: Place;
let closed: Place;
let foreign: Place;

beforeAll(async () => {
  process.env.ALDEIA_API_RATE_LIMIT = "1000000";
  ({ here, there } = await aWorld());
  open = await aPlace(here, { granted: true });
  closed = await aPlace(here, { granted: false });
  foreign = await aPlace(there, { granted: true });
});

describe.each(Object.entries(apiRows))("%s", (endpoint, row) => {
  const spec = routes.find(({ method, path }) => `${method} ${path}` === endpoint);

  test.runIf(row.params)("T3: an id of another tenant answers as an id that nobody has: 404", async () => {
    const token = await keyOf(here, "owner");
    const [ours = {}, theirs = {}] = [await row.params?.(open), await row.params?.(foreign)];
    const body = await row.body?.(open);
    for (const name of Object.keys(ours)) {
      const params = { ...ours, [name]: theirs[name] ?? "" };
      const answer = await callApi(endpoint, { token, params, body });
      const unknown = await callApi(endpoint, { token, params: { ...ours, [name]: newId() }, body });
      expect({ [name]: answer.text }).toEqual({ [name]: unknown.text });
      expect({ [name]: answer.status }).toEqual({ [name]: 404 });
      expectConforms(endpoint, answer);
    }
  });

  test.runIf(row.params)("T3: a path with an id of another form is 404 too", async () => {
    const token = await keyOf(here, "owner");
    const [ours = {}, body] = [await row.params?.(open), await row.body?.(open)];
    for (const name of Object.keys(ours)) {
      for (const strange of ["x", "1' OR 1=1", "\u0000", "9".repeat(5_000), `${newId()}x`]) {
        const answer = await callApi(endpoint, { token, params: { ...ours, [name]: strange }, body });
        expect({ strange, status: answer.status }).toEqual({ strange, status: 404 });
      }
    }
  });

  test("without a key, and with a wrong one: 401", async () => {
    for (const token of [null, `ald_${"a".repeat(65)}`]) {
      const answer = await callApi(endpoint, await sent(row, open, token));
      expect(answer.json).toMatchObject({ status: 401, code: "unauthenticated" });
    }
  });

  test.runIf(spec?.scope)("with every scope but the one it needs: 403 that names it", async () => {
    const scope = spec?.scope ?? "see_as";
    const others = SCOPES.filter((each) => !hasScope([each], scope));
    const answer = await callApi(endpoint, await sent(row, open, await keyOf(here, "owner", others)));
    expect(answer.json).toMatchObject({ status: 403, code: "forbidden" });
    expect(answer.json.detail).toContain(scope);
  });

  test.each(STAFF_ROLES.filter((role) => !row.allowed.includes(role)))("%s may not", async (role) => {
    expectRefused(await callApi(endpoint, await sent(row, open, await keyOf(here, role))));
  });

  test.each(row.allowed)("%s may", async (role) => {
    const changes = !endpoint.startsWith("GET");
    const place = changes ? await aPlace(here, { granted: true }) : open;
    const call = await sent(row, place, await keyOf(here, role));
    const answer = await callApi(endpoint, call);
    const told = { role, status: answer.status, text: answer.text.slice(0, 500) };
    expect(told).toSatisfy(row.permitted ? isPermitted : isSuccess);
    if (!row.permitted) expectConforms(endpoint, answer, call.body);
  });

  test.each(heldToGrants(row))("R2: %s may not where no grant was given", async (role) => {
    expectRefused(await callApi(endpoint, await sent(row, closed, await keyOf(here, role))));
  });
});

async function sent(row: ApiRow, place: Place, token: string | null) {
  const [params, query, body] = [
    await row.params?.(place),
    await row.query?.(place),
    await row.body?.(place),
  ];
  return { token, body, ...(params ? { params } : {}), ...(query ? { query } : {}) };
}

function heldToGrants(row: ApiRow): StaffRole[] {
  const reach = row.reach ?? (row.params ? "granted" : "everywhere");
  return reach === "granted" ? row.allowed.filter((role) => role === "marketer" || role === "agent") : [];
}

function isSuccess({ status }: { status: number }): boolean {
  return status >= 200 && status < 400;
}

/** Past every permission, whatever the part outside then said. */
function isPermitted({ status }: { status: number }): boolean {
  return ![401, 403, 500].includes(status);
}

/** A rule's "no", or the 404 of what one does not know about; never a missing scope, never a success. */
function expectRefused(answer: Answer): void {
  const { status, code } = answer.json;
  expect(["403 not_allowed", "403 not_granted", "404 not_found"]).toContain(`${status} ${code}`);
}
