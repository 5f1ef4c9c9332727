import { beforeAll, expect, test } from "vitest";
import { newId } from "@/lib/shared/ids";
import type { Planted } from "../../support/planted-village";
import { aTenant } from "../../support/world";
import { type Call, callApi } from "../matrix/call-api";
import { apiRows } from "../matrix/rows";
import { idsFor } from "./addresses";
import { type Onlooker, onlookersOf } from "./viewers";
import { aLivedVillage, type LivedVillage, PATIENCE_MS } from "./village-life";

// P12, X13: what a viewer may not see is answered as what does not exist, to the byte: an answer confirms nobody.
let village: LivedVillage;
let onlookers: Onlooker[];

beforeAll(async () => {
  process.env.ALDEIA_API_RATE_LIMIT = "10000000";
  village = await aLivedVillage(11);
  onlookers = await onlookersOf(village, await aTenant());
}, PATIENCE_MS);

const withMember = Object.entries(apiRows).filter(([endpoint]) =>
  /\{memberId\}|\/members\/\{id\}/.test(endpoint),
);

test.each(withMember)(
  "%s answers for a hidden person as for one that nobody is",
  async (endpoint, row) => {
    const path = endpoint.split(" ")[1] ?? "";
    const name = path.includes("{memberId}") ? "memberId" : "id";
    const body = await row.body?.(village.place);
    const query = await row.query?.(village.place);
    await expectAlike((onlooker, id) => {
      const others = name === "memberId" ? { id: placesOf(path)[0] ?? "" } : {};
      return {
        endpoint,
        call: { ...onlooker.key, params: { ...others, [name]: id }, body, ...(query && { query }) },
      };
    });
  },
  PATIENCE_MS,
);

/** Where a hidden person may be named in a question or a body instead. */
const NAMED: Record<string, (id: string) => { endpoint: string; call: Call }> = {
  "a filter of feedback": (memberId) => ({ endpoint: "GET /feedback", call: { query: { memberId } } }),
  "the author of feedback": (memberId) => ({
    endpoint: "POST /feedback",
    call: { body: { kind: "praise", title: "Olá", communityId: village.place.communityId, memberId } },
  }),
  "a voter": (memberId) => ({
    endpoint: "POST /feedback/{id}/votes",
    call: { params: { id: village.pools.feedback?.[0] ?? "" }, body: { memberId } },
  }),
  "the viewer of somebody": (viewer) => ({
    endpoint: "GET /members/{id}/visibility",
    call: { params: { id: village.place.memberId }, query: { viewer } },
  }),
  "the author of a message": (authorId) => ({
    endpoint: "POST /groups/{id}/messages",
    call: { params: { id: village.place.groupId }, body: { body: "Oi", authorId } },
  }),
};

test.each(Object.entries(NAMED))(
  "%s who is hidden is as one that nobody is",
  async (_, ask) => {
    await expectAlike((onlooker, id) => {
      const { endpoint, call } = ask(id);
      return { endpoint, call: { ...call, ...onlooker.key } };
    });
  },
  PATIENCE_MS,
);

type Ask = (onlooker: Onlooker, id: string) => { endpoint: string; call: Call };

async function expectAlike(ask: Ask): Promise<void> {
  const told: string[] = [];
  for (const onlooker of onlookers)
    for (const person of village.people.filter((each) => isHidden(onlooker, each))) {
      const [hidden, unknown] = await Promise.all(
        [person.id, newId()].map((id) => answerTo(ask(onlooker, id))),
      );
      if (hidden !== unknown)
        told.push(`${onlooker.kind} of ${person.index}: ${hidden} instead of ${unknown}`);
    }
  expect(told).toEqual([]);
}

async function answerTo({ endpoint, call }: ReturnType<Ask>): Promise<string> {
  const { status, text } = await callApi(endpoint, call);
  return `${status} ${text}`;
}

const isHidden = (onlooker: Onlooker, person: Planted) => !onlooker.knows(person).has("id");

/** The rooms in which a membership is asked for. */
function placesOf(path: string): string[] {
  const filled = idsFor(path.replace("/{memberId}", ""), village) ?? [];
  return filled.flatMap(({ id }) => id ?? []);
}
