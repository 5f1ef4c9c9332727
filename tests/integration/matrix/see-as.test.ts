import { beforeAll, describe, expect, test } from "vitest";
import { SCOPES } from "@/lib/platform/http/scopes";
import { newId } from "@/lib/shared/ids";
import { aWorld, type Neighbour } from "../../support/world";
import { callApi, keyOf } from "./call-api";
import { expectConforms } from "./description";
import { aPlace, type Place } from "./place";
import type { ApiRow } from "./row-types";
import { apiRows, strangerActs } from "./rows";

// P12, P15: with `Aldeia-View-As` the answer is what that member may see, on every endpoint.
let here: Neighbour;
let there: Neighbour;
let open: Place;
let elsewhere: Place;
let foreign: Place;

beforeAll(async () => {
  process.env.ALDEIA_API_RATE_LIMIT = "1000000";
  ({ here, there } = await aWorld());
  open = await aPlace(here, { granted: true });
  elsewhere = await aPlace(here, { granted: true });
  foreign = await aPlace(there, { granted: true });
  await Promise.all([open, elsewhere, foreign].map(strangerActs));
});

const rows = Object.entries(apiRows);
const reads = rows.filter(([endpoint]) => endpoint.startsWith("GET"));
const writes = rows.filter(([endpoint]) => !endpoint.startsWith("GET"));

describe.each(reads)("%s, through a member's eyes", (endpoint, row) => {
  test("answers as the row says, in the described form", async () => {
    const answer = await callApi(endpoint, await seen(row, open, open.memberId));
    expect({ status: answer.status, text: answer.text.slice(0, 300) }).toMatchObject({ status: row.seeAs });
    expectConforms(endpoint, answer);
  });

  test("P3, P11: names nobody who shares no group with the viewer", async () => {
    const { text } = await callApi(endpoint, await seen(row, open, open.memberId));
    const { id, name, phone, email } = open.stranger;
    for (const hidden of [id, name, phone, phone.slice(3), email]) expect(text).not.toContain(hidden);
  });

  test("nothing of a community that the viewer is not in", async () => {
    const answer = await callApi(endpoint, await seen(row, elsewhere, open.memberId));
    if (row.params) expect(row.seeAs === 403 ? [403, 404] : [404]).toContain(answer.status);
    for (const hidden of [elsewhere.communityId, elsewhere.stranger.name, elsewhere.neighbourId])
      expect(answer.text).not.toContain(hidden);
  });
});

test.each(writes)("%s with the header changes nothing: 403 see_as_is_read_only", async (endpoint, row) => {
  const answer = await callApi(endpoint, await seen(row, open, open.memberId));
  expect(answer.json).toMatchObject({ status: 403, code: "see_as_is_read_only" });
});

test("a key without the scope see_as may not: 403 that names it", async () => {
  const token = await keyOf(
    here,
    "owner",
    SCOPES.filter((scope) => scope !== "see_as"),
  );
  const answer = await callApi("GET /me", { token, headers: { "Aldeia-View-As": open.memberId } });
  expect(answer.json).toMatchObject({ status: 403, code: "forbidden" });
  expect(answer.json.detail).toContain("see_as");
});

test("R1: roles that may not see as others get nothing by the header", async () => {
  for (const role of ["marketer", "finance", "agent"] as const) {
    const token = await keyOf(here, role);
    const answer = await callApi("GET /me", { token, headers: { "Aldeia-View-As": open.memberId } });
    expect({ role, ...answer.json }).toMatchObject({ role, status: 403, code: "not_allowed" });
  }
});

test("T3: a viewer of another tenant, an unknown one and no id at all are refused alike", async () => {
  const token = await keyOf(here, "owner");
  const texts = [foreign.memberId, newId(), "x", ""].map(async (viewer) => {
    const answer = await callApi("GET /me", { token, headers: { "Aldeia-View-As": viewer } });
    return `${answer.status} ${answer.text}`;
  });
  const all = new Set(await Promise.all(texts));
  expect([...all]).toEqual([expect.stringMatching(/^4/)]);
});

async function seen(row: ApiRow, place: Place, viewer: string) {
  const [params, query, body] = [
    await row.params?.(place),
    await row.query?.(place),
    await row.body?.(place),
  ];
  return {
    token: await keyOf(here, "owner"),
    headers: { "Aldeia-View-As": viewer },
    body,
    ...(params ? { params } : {}),
    ...(query ? { query } : {}),
  };
}
