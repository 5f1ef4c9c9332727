import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { entriesFor, movedInOrder, wholeOrder } from "@/lib/consent/rules";
import { SINGLE_CHANNELS, type SingleChannel, USUAL_ORDER } from "@/lib/consent/types";

const some = fc.subarray([...SINGLE_CHANNELS]);

/** What stands after these entries. */
function after(current: readonly SingleChannel[], entries: ReturnType<typeof entriesFor>): SingleChannel[] {
  return SINGLE_CHANNELS.filter((channel) => {
    const last = entries.filter((entry) => entry.channel === channel || entry.channel === "all").at(-1);
    return last?.granted ?? current.includes(channel);
  });
}

describe("P16: from what stands to what is wanted", () => {
  test("lead entries after which exactly that stands", () => {
    fc.assert(
      fc.property(some, some, (current, wanted) => {
        expect(after(current, entriesFor(current, wanted))).toEqual(wanted);
      }),
    );
  });

  test("nothing is written where nothing changes, and no entry repeats what stands", () => {
    fc.assert(fc.property(some, (current) => entriesFor(current, current).length === 0));
    expect(entriesFor(["email", "push"], ["email"])).toEqual([{ channel: "push", granted: false }]);
  });

  test("all or none is one word", () => {
    expect(entriesFor(SINGLE_CHANNELS, [])).toEqual([{ channel: "all", granted: false }]);
    expect(entriesFor(["email"], SINGLE_CHANNELS)).toEqual([{ channel: "all", granted: true }]);
  });
});

describe("A10: the order of channels", () => {
  test("names each channel once: those that were named, then the others as usual", () => {
    expect(wholeOrder(["in_app", "email"])).toEqual(["in_app", "email", "push", "whatsapp", "relay"]);
    expect(wholeOrder([])).toEqual(USUAL_ORDER);
  });

  test("a channel moves a place, and not beyond the ends", () => {
    expect(movedInOrder(["push", "email", "in_app"], "email", -1)).toEqual(["email", "push", "in_app"]);
    expect(movedInOrder(["push", "email", "in_app"], "push", -1)).toEqual(["push", "email", "in_app"]);
    expect(movedInOrder(["push", "email", "in_app"], "in_app", 1)).toEqual(["push", "email", "in_app"]);
  });
});
