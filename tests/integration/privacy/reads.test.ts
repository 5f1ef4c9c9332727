import { beforeAll, describe, expect, test } from "vitest";
import { aTenant } from "../../support/world";
import { stripeForTests } from "../billing/stripe-world";
import { callApi } from "../matrix/call-api";
import { apiRows } from "../matrix/rows";
import { idsFor, searchesFor } from "./addresses";
import { missingOf } from "./must-show";
import { type Fact, toldIn } from "./told";
import { type Onlooker, onlookersOf } from "./viewers";
import { aLivedVillage, type LivedVillage, PATIENCE_MS } from "./village-life";
import { Watch } from "./watch";

// P12: every GET of the API, as every kind of viewer, in random villages.
stripeForTests();
const SEEDS = [1, 2];
const reads = Object.entries(apiRows).filter(([endpoint]) => endpoint.startsWith("GET"));

describe.each(SEEDS)("P12: the API in village %i", (seed) => {
  let village: LivedVillage;
  let watch: Watch;
  let onlookers: Onlooker[];

  beforeAll(async () => {
    process.env.ALDEIA_API_RATE_LIMIT = "10000000";
    village = await aLivedVillage(seed);
    onlookers = await onlookersOf(village, await aTenant());
    watch = new Watch(village);
    for (const onlooker of onlookers) await readEverything(village, watch, onlooker);
  }, PATIENCE_MS);

  test("tells nothing that is hidden", () => {
    expect(watch.problems).toEqual([]);
  });

  test("tells what is not hidden", () => {
    const walked = reads.map(([endpoint]) => endpoint);
    expect(missingOf(watch, onlookers, walked)).toEqual([]);
  });

  test("tells members who do not administer no count below five", async () => {
    const admins = await adminsOf(village);
    const plain = onlookers.filter(({ memberId }) => memberId && !admins.has(memberId));
    expect(plain.length).toBeGreaterThan(0);
    const small = /"(?:memberCount|votes)":[0-4]\b/;
    for (const { kind } of plain)
      expect(watch.texts.get(kind)?.filter((text) => small.test(text))).toEqual([]);
  });

  test(
    "finds people only by what the viewer sees of them",
    async () => {
      const wrong: string[] = [];
      for (const onlooker of onlookers)
        for (const search of searchesFor(village)) wrong.push(...(await misfound(village, onlooker, search)));
      expect(wrong).toEqual([]);
    },
    PATIENCE_MS,
  );
});

async function readEverything(village: LivedVillage, watch: Watch, onlooker: Onlooker): Promise<void> {
  for (const [endpoint, row] of reads) {
    const own = async () => [(await row.params?.(village.place)) ?? {}];
    const query = await row.query?.(village.place);
    for (const params of idsFor(endpoint.split(" ")[1] ?? "", village) ?? (await own())) {
      const answer = await callApi(endpoint, { ...onlooker.key, params, ...(query && { query }) });
      expect(answer.status, `${endpoint} ${answer.text}`).toBeLessThan(500);
      watch.hear({ way: endpoint, tells: row.tells, text: readable(answer.text) }, onlooker);
    }
  }
}

/** Who administers a place by now: rows of the matrix make places of their own. */
async function adminsOf({ here }: LivedVillage): Promise<ReadonlySet<string>> {
  const { db } = here.as("owner");
  const admins = { where: { role: "admin" }, select: { memberId: true } };
  const [ofGroups, ofCommunities] = await Promise.all([
    db.groupMember.findMany(admins),
    db.communityMember.findMany(admins),
  ]);
  return new Set([...ofGroups, ...ofCommunities].map(({ memberId }) => memberId));
}

/** Of a printed page or a picture the bytes say nothing, and their numbers are lengths and places. */
function readable(text: string): string {
  return text.startsWith("%PDF") || text.slice(0, 8).includes("PNG") ? "" : text;
}

/** Whom a search found although it reads what is hidden, or did not find although it reads what shows. */
async function misfound(
  { people }: LivedVillage,
  onlooker: Onlooker,
  { text, fact, index }: { text: string; fact: Fact; index: number },
): Promise<string[]> {
  const answer = await callApi("GET /members", { ...onlooker.key, query: { q: text } });
  const found = toldIn(answer.text, people).some((told) => told.fact === "id" && told.person.index === index);
  const person = people[index];
  const expected = person !== undefined && onlooker.knows(person).has(fact);
  return found === expected
    ? []
    : [`${onlooker.kind} ${found ? "finds" : "does not find"} ${index} by ${fact}: ${text}`];
}
