import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { coverageOf, REACH_CHANNELS, type ReachGroup } from "@/lib/delivery/coverage-rules";

describe("L5: whom announcements reach, and by the fewest channels", () => {
  test("the portal alone where it reaches everybody", () => {
    const { plan, unreached } = coverageOf([{ channels: ["in_app", "email"], people: 7 }]);
    expect({ plan, unreached }).toEqual({ plan: [{ channel: "in_app", people: 7 }], unreached: 0 });
  });

  test("one more channel that brings all who are missing is better than two that bring them in parts", () => {
    const { plan, channels, people } = coverageOf([
      { channels: ["in_app"], people: 10 },
      { channels: ["email", "relay"], people: 2 },
      { channels: ["whatsapp", "relay"], people: 3 },
    ]);
    expect(people).toBe(15);
    expect(plan).toEqual([
      { channel: "in_app", people: 10 },
      { channel: "relay", people: 5 },
    ]);
    expect(channels).toContainEqual({ channel: "whatsapp", reached: 3, missing: 12 });
  });

  test("nobody counts twice, nobody is forgotten, and no smaller set would do", () => {
    const anyGroup = fc.record({
      channels: fc.subarray([...REACH_CHANNELS]),
      people: fc.integer({ min: 1, max: 50 }),
    });
    fc.assert(
      fc.property(fc.array(anyGroup, { maxLength: 12 }), (groups: ReachGroup[]) => {
        const { people, plan, unreached } = coverageOf(groups);
        const planned = plan.reduce((sum, step) => sum + step.people, 0);
        const reachable = groups.filter(({ channels }) => channels.length > 0);
        expect(planned).toBe(reachable.reduce((sum, group) => sum + group.people, 0));
        expect(planned + unreached).toBe(people);
        for (const { channel, people: added } of plan.slice(1)) {
          expect(added).toBeGreaterThan(0);
          const without = plan.map((step) => step.channel).filter((each) => each !== channel);
          const left = reachable.filter(({ channels }) => !channels.some((each) => without.includes(each)));
          expect(left.length).toBeGreaterThan(0);
        }
      }),
    );
  });
});
