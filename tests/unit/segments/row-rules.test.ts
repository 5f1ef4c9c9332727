import { describe, expect, test } from "vitest";
import { filterOf, newRow, ROW_KINDS, rowsOf } from "@/lib/segments/row-rules";
import { segmentFilter } from "@/lib/segments/schema";

const ID = "0197f2c4-0000-7000-8000-000000000001";

describe("A3: the lines of the builder and the filter of a segment", () => {
  test("say the same", () => {
    const filter = segmentFilter.parse({
      tagsAny: ["vip", "novo"],
      tagsNone: ["saiu"],
      communityIds: [ID],
      notGroupIds: [ID],
      role: "admin",
      addedWithinDays: 30,
      has: ["email"],
      consent: { channel: "email", purpose: "promotions", said: "no" },
      fields: [
        { key: "plano", test: "is", value: "Ouro" },
        { key: "bairro", test: "is_set" },
      ],
    });
    expect(segmentFilter.parse(filterOf(rowsOf(filter)))).toEqual(filter);
  });

  test("a tag and a place from the list of members become lines of several", () => {
    const filter = segmentFilter.parse({ tag: "vip", communityId: ID });
    expect(filterOf(rowsOf(filter))).toEqual({ tagsAll: ["vip"], communityIds: [ID] });
  });

  test("a line without an answer asks nothing", () => {
    const rows = (["tagsAny", "communityIds", "addedAfter", "q", "field"] as const).map(newRow);
    expect(filterOf(rows)).toEqual({});
  });

  test("every line that one may add is read, as it begins", () => {
    for (const kind of ROW_KINDS)
      expect(segmentFilter.safeParse(filterOf([newRow(kind)])).success).toBe(true);
  });
});
