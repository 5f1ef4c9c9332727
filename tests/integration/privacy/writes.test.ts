import { beforeAll, describe, expect, test } from "vitest";
import { findStaffActor } from "@/lib/accounts/queries/find-staff-actor";
import { viewerOf, visibleFields } from "@/lib/members/visibility/policy";
import type { Viewer } from "@/lib/members/visibility/types";
import { loadRelation } from "@/lib/members/visibility-sql";
import type { FormState } from "@/lib/platform/actions/form-state";
import type { Planted } from "../../support/planted-village";
import { aTenant, type Neighbour } from "../../support/world";
import { stripeForTests } from "../billing/stripe-world";
import { callAction } from "../matrix/call-action";
import { callApi } from "../matrix/call-api";
import type { Place } from "../matrix/place";
import type { ActionRow, ApiRow } from "../matrix/row-types";
import { actionRows, apiRows } from "../matrix/rows";
import { signIn } from "../matrix/web-edge";
import { textsOf } from "./draw-page";
import { allowedFacts, type Fact, toldIn } from "./told";
import { type Onlooker, onlookersOf } from "./viewers";
import { aLivedVillage, freshPlace, type LivedVillage, PATIENCE_MS } from "./village-life";
import { Watch } from "./watch";

// P12: what changes something answers too, and refuses with words: every action and every other endpoint, as every kind of
// viewer. Who may least comes first, so that those before them find the village whole.
stripeForTests();
const SEEDS = [7];
const PLACES = ["stranger", "owner of", "finance", "member", "marketer", "agent", "admin", "owner"];
type Formed = Extract<ActionRow, { form: unknown }>;
type Step<Row> = { name: string; row: Row; done: Set<string> };
type Form = Awaited<ReturnType<Formed["form"]>>;
const writes = byHarm(Object.entries(apiRows).filter(([endpoint]) => !endpoint.startsWith("GET")));
const actions = byHarm(
  Object.entries(actionRows).filter((entry): entry is [string, Formed] => "form" in entry[1]),
);

const done = new Set<string>();

describe.each(SEEDS)("P12: writing in village %i", (seed) => {
  let village: LivedVillage;
  let watch: Watch;

  beforeAll(async () => {
    process.env.ALDEIA_API_RATE_LIMIT = "10000000";
    village = await aLivedVillage(seed);
    watch = new Watch(village);
    const onlookers = await onlookersOf(village, await aTenant());
    onlookers.sort((a, b) => rankOf(a) - rankOf(b));
    for (const onlooker of onlookers) await writeEverything(watch, onlooker, done);
  }, PATIENCE_MS);

  test("answers and refusals tell nothing that is hidden", () => {
    expect(watch.problems).toEqual([]);
  });
});

test("everything was done by somebody, not only refused", () => {
  const all = [...writes, ...actions].filter(([, row]) => !("permitted" in row)).map(([name]) => name);
  expect(all.filter((name) => !done.has(name))).toEqual([]);
});

async function writeEverything(watch: Watch, onlooker: Onlooker, done: Set<string>): Promise<void> {
  await signIn(onlooker.userId);
  for (const [name, row] of writes) await callAs(watch, onlooker, { name, row, done });
  for (const [name, row] of actions) {
    // Each with a browser of its own: a look through somebody's eyes would bar what comes after it.
    await signIn(onlooker.userId);
    await actAs(watch, onlooker, { name, row, done });
  }
}

async function callAs(watch: Watch, onlooker: Onlooker, { name, row, done }: Step<ApiRow>): Promise<void> {
  const place = await placeFor(watch.village, onlooker, row.allowed);
  if (!place) return;
  const call = await callOf(row, place, onlooker);
  const doing = { name, row, asked: call, onlooker };
  const answer = await listened(watch, doing, () => callApi(name, call));
  if (answer && answer.status < 300) done.add(name);
}

async function actAs(watch: Watch, onlooker: Onlooker, { name, row, done }: Step<Formed>): Promise<void> {
  const place = await placeFor(watch.village, onlooker, row.for === "staff" ? row.allowed : ["member 0"]);
  if (!place) return;
  const form = await row.form(place);
  const doing = { name, row, asked: form, onlooker };
  const state = await listened(watch, doing, () => called(name, form, watch.village));
  if (state?.ok) done.add(name);
}

/** Who may do it does it in a place of its own; where the owner may, the admin need not. Null: nothing to do. */
async function placeFor(
  village: LivedVillage,
  { kind }: Onlooker,
  allowed: readonly string[],
): Promise<Place | null> {
  if (kind === "admin" && allowed.includes("owner") && allowed.includes("admin")) return null;
  return allowed.includes(kind) ? await freshPlace(village) : village.place;
}

/** What deletes, archives and leaves comes last. */
function byHarm<Row>(rows: [string, Row][]): [string, Row][] {
  const harms = ([name]: [string, Row]) =>
    Number(/DELETE|delete|archive|leave|remove|undo|takeMember/i.test(name));
  return rows.toSorted((a, b) => harms(a) - harms(b));
}

function rankOf({ kind }: Onlooker): number {
  return PLACES.findIndex((place) => kind.startsWith(place));
}

async function callOf(row: ApiRow, place: Place, { key }: Onlooker) {
  const [params, query, body] = [
    await row.params?.(place),
    await row.query?.(place),
    await row.body?.(place),
  ];
  return { ...key, body, ...(params && { params }), ...(query && { query }) };
}

/** What an action says, without what was typed, which its form shows again. */
async function called(name: string, fields: Form, { here }: LivedVillage): Promise<FormState> {
  const outcome = await callAction(name, here.slug, fields);
  if (outcome === "404") return { ok: false };
  if ("redirect" in outcome) return { ok: !outcome.redirect.includes("/entrar"), message: outcome.redirect };
  return { ...outcome, values: {} };
}

type Doing = { name: string; row: ApiRow | Formed; asked: unknown; onlooker: Onlooker };

/**
 * Does something and hears its answer. The doing may itself have changed who sees whom: what showed before or shows after
 * is no leak.
 */
async function listened<Answer>(
  watch: Watch,
  { name, row, asked, onlooker }: Doing,
  run: () => Promise<Answer>,
) {
  const { here, people } = watch.village;
  const answer = await run().catch(() => null);
  const text = await textsOf(answer);
  const after = new Map<Planted, ReadonlySet<Fact>>();
  for (const { person } of toldIn(text, people)) {
    const viewer = await viewerNow(here, onlooker);
    if (!viewer || after.has(person)) continue;
    const relation = await loadRelation(here.as("owner").db, viewer, person.id);
    after.set(person, allowedFacts(visibleFields(relation)));
  }
  // P8: asking for the whole number is an audited act, and its answer is that number.
  const revealed: Fact[] =
    row.reveals && ["owner", "admin", "agent"].includes(onlooker.kind) ? ["phone"] : [];
  const knows = (person: Planted) =>
    new Set([...onlooker.knows(person), ...(after.get(person) ?? []), ...revealed]);
  watch.hear({ way: name, tells: row.tells, text, asked: await textsOf(asked) }, { ...onlooker, knows });
  return answer;
}

/** The viewer with the communities that are granted by now. */
async function viewerNow(here: Neighbour, { viewer, userId }: Onlooker): Promise<Viewer | null> {
  const actor = viewer?.kind === "staff" && userId ? await findStaffActor(here.tenantId, userId) : null;
  return actor ? viewerOf(actor) : viewer;
}
