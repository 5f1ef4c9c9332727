import { beforeAll, describe, expect, test } from "vitest";
import { aTenant, type Neighbour } from "../../support/world";
import { stripeForTests } from "../billing/stripe-world";
import { callAction } from "../matrix/call-action";
import { openRows, pageRows } from "../matrix/rows";
import { outcomeOf, signIn } from "../matrix/web-edge";
import { idsFor } from "./addresses";
import { drawPage } from "./draw-page";
import { missingOf } from "./must-show";
import { looksOf, type Onlooker, onlookersOf } from "./viewers";
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
  let looks: Onlooker[];

  beforeAll(async () => {
    there = await aTenant();
    village = await aLivedVillage(seed);
    onlookers = await onlookersOf(village, there);
    watch = new Watch(village);
    looks = looksOf(village);
    for (const onlooker of [...onlookers, ...looks]) await openEverything(village, watch, onlooker);
  }, PATIENCE_MS);

  test("show nothing that is hidden", () => {
    expect(watch.problems).toEqual([]);
  });

  test("show what is not hidden", () => {
    const walked = pages.map(([address]) => address);
    const whole = looks.filter(({ look }) => !look?.isConfined);
    expect(missingOf(watch, [...onlookers, ...whole], walked)).toEqual([]);
  });

  test("P15: a look by the admin of communities names no room of any other", () => {
    const confined = looks.filter(({ look }) => look?.isConfined);
    for (const { kind, userId } of confined) {
      const reach = village.communities.filter(({ roles }) =>
        village.people.some(({ index, userId: id }) => id === userId && roles[index] === "admin"),
      );
      const others = village.communities.filter((room) => !reach.includes(room));
      const rooms = village.groups.filter(({ communityId }) => others.some(({ id }) => id === communityId));
      const told = watch.texts.get(kind)?.join("\n") ?? "";
      const names = [...others, ...rooms].flatMap(({ id, name }) => [id, name]);
      expect(names.filter((name) => told.includes(name))).toEqual([]);
      expect(told).not.toBe("");
    }
  });
});

async function openEverything(village: LivedVillage, watch: Watch, onlooker: Onlooker): Promise<void> {
  await signIn(onlooker.userId);
  if (onlooker.look) await lookThrough(village, onlooker);
  const walked = onlooker.look ? pages.filter(([address]) => address.startsWith("/m/")) : pages;
  for (const [address, row] of walked) {
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

/** As from the menu of a person: by the team from the dashboard, by an admin from the portal. */
async function lookThrough({ here }: LivedVillage, { userId, memberId = "" }: Onlooker): Promise<void> {
  const action = userId === here.staff.owner.userId ? "seeAsAction" : "seeAsInPortalAction";
  const outcome = await callAction(`accounts/${action}`, here.slug, { memberId });
  expect(outcome).toEqual({ redirect: `/m/${here.slug}` });
}
