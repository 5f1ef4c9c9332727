import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { keepTogether } from "@/lib/groups/placement-rules";
import { splitOf, type Ties, tiesOf } from "@/lib/groups/ties-rules";

const someone = (id: string, given: { invitedBy?: string; city?: string; tags?: string[] } = {}) => ({
  id,
  invitedBy: given.invitedBy ?? null,
  city: given.city ?? null,
  tags: given.tags ?? [],
});
const names = (count: number) => Array.from({ length: count }, (_, index) => `p${index}`);
const room = (places: number, residents: string[] = []) => ({ residents, atLeast: 0, atMost: places });
const noTies: Ties = { pairs: [], circles: [] };

describe("keeping neighbours together (L10)", () => {
  test("friends who were brought by the same person share a room, however they stand in the list", () => {
    const people = names(40).map((id, index) => someone(id, { invitedBy: `host${index % 4}` }));
    const seats = keepTogether(names(40), [room(10), room(10), room(10), room(10)], tiesOf(people, []));
    for (const ids of seats) expect(new Set(ids.map((id) => Number(id.slice(1)) % 4)).size).toBe(1);
  });

  test("somebody who comes alone goes where their inviter sits, not into the first room with a place", () => {
    const ties = tiesOf([someone("new", { invitedBy: "host" }), someone("host"), someone("x")], []);
    expect(keepTogether(["new"], [room(3, ["x"]), room(3, ["host"])], ties)).toEqual([[], ["new"]]);
    expect(keepTogether(["new"], [room(3, ["x"]), room(0, ["host"])], ties)).toEqual([["new"], []]);
    expect(keepTogether(["new"], [room(3), room(3)], noTies)).toEqual([["new"], []]);
  });

  test("three who talk to each other outweigh a city of many", () => {
    const people = names(30).map((id, index) => someone(id, { city: index < 15 ? "Campinas" : "Santos" }));
    const talk = [
      { a: "p0", b: "p29", replies: 5 },
      { a: "p29", b: "p1", replies: 3 },
    ];
    const seats = keepTogether(names(30), [room(15), room(15)], tiesOf(people, talk));
    const home = seats.find((ids) => ids.includes("p29"));
    expect(home).toEqual(expect.arrayContaining(["p0", "p1"]));
  });

  test("everybody sits once, no room gets more or fewer than it may, the same input gives the same seats", () => {
    const village = fc.record({
      size: fc.integer({ min: 1, max: 60 }),
      rooms: fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 5 }),
      inviters: fc.integer({ min: 1, max: 9 }),
      talk: fc.array(fc.tuple(fc.nat(59), fc.nat(59), fc.integer({ min: 1, max: 9 })), { maxLength: 80 }),
    });
    fc.assert(
      fc.property(village, ({ size, rooms: wanted, inviters, talk }) => {
        const people = names(size);
        const places = [...wanted, size];
        const facts = people.map((id, n) =>
          someone(id, { invitedBy: `h${n % inviters}`, tags: [`t${n % 3}`] }),
        );
        const ties = tiesOf(
          facts,
          talk.map(([a, b, replies]) => ({ a: `p${a}`, b: `p${b}`, replies })),
        );
        const rooms = places.map((most, n) => ({
          residents: [],
          atLeast: n === 0 ? Math.min(most, size) : 0,
          atMost: most,
        }));
        const seats = keepTogether(people, rooms, ties);
        expect(seats.flat().sort()).toEqual([...people].sort());
        for (const [n, { atLeast, atMost }] of rooms.entries()) {
          expect(seats[n]?.length).toBeLessThanOrEqual(atMost);
          expect(seats[n]?.length).toBeGreaterThanOrEqual(atLeast);
        }
        expect(keepTogether(people, rooms, ties)).toEqual(seats);
      }),
    );
  });
});

test("what a seating splits is counted by weight: pairs by name, circles by their share", () => {
  const ties: Ties = {
    pairs: [{ a: "a", b: "b", weight: 4 }],
    circles: [{ members: ["a", "b", "c"], weight: 2 }],
  };
  expect(splitOf([["a", "b", "c"]], ties)).toEqual({ total: 7, split: 0 });
  expect(splitOf([["a", "b"], ["c"]], ties)).toEqual({ total: 7, split: 2 });
  expect(splitOf([["a"], ["b"]], ties)).toEqual({ total: 5, split: 5 });
});
