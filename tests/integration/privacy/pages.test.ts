import { beforeAll, describe, expect, test } from "vitest";
import { aTenant, type Neighbour } from "../../support/world";
import { stripeForTests } from "../billing/stripe-world";
import { openRows, pageRows } from "../matrix/rows";
import { outcomeOf, signIn } from "../matrix/web-edge";
import { idsFor } from "./addresses";
import { drawPage } from "./draw-page";
import { missingOf } from "./must-show";
import { type Onlooker, onlookersOf } from "./viewers";
import { aLivedVillage, type LivedVillage, PATIENCE_MS } from "./village-life";
import { Watch } from "./watch";

// P12: every page, as every kind of viewer, in random villages: all that goes to the browser, shown there or not.
stripeForTests();
const SEEDS = [4, 5];
const pages = Object.entries({ ...pageRows, ...openRows }).filter(
  ([address, row]) => !address.includes(" ") && !("apart" in row),
);

describe.each(SEEDS)("P12: the pages of village %i", (seed) => {
  let there: Neighbour;
  let village: LivedVillage;
  let watch: Watch;
  let onlookers: Onlooker[];

  beforeAll(async () => {
    there = await aTenant();
    village = await aLivedVillage(seed);
    onlookers = await onlookersOf(village, there);
    watch = new Watch(village);
    for (const onlooker of onlookers) await openEverything(village, watch, onlooker);
  }, PATIENCE_MS);

  test("show nothing that is hidden", () => {
    expect(watch.problems).toEqual([]);
  });

  test("show what is not hidden", () => {
    const walked = pages.map(([address]) => address);
    expect(missingOf(watch, onlookers, walked)).toEqual([]);
  });
});

async function openEverything(village: LivedVillage, watch: Watch, onlooker: Onlooker): Promise<void> {
  await signIn(onlooker.userId);
  for (const [address, row] of pages) {
    const filled = idsFor(address, village) ?? [(await row.params?.(village.place)) ?? {}];
    const search = Object.fromEntries(new URLSearchParams(row.search ?? ""));
    for (const params of filled) {
      const given = { params: { tenant: village.here.slug, ...params }, search };
      const drawn = await outcomeOf(() => drawPage(address, given));
      const text = typeof drawn === "string" ? drawn : JSON.stringify(drawn);
      watch.hear({ way: address, tells: row.tells, text }, onlooker);
    }
  }
}
