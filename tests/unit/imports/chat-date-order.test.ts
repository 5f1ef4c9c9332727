import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type DateNumbers, inferDateOrder } from "@/lib/imports/whatsapp/date-order";
import { parseChat } from "@/lib/imports/whatsapp/parse-chat";

const order = (...dates: string[]) =>
  inferDateOrder(dates.map((date) => date.split(/[-/.]/u) as unknown as DateNumbers));

describe("the order of a date's numbers (I2)", () => {
  it("a first number above 12 is the day", () => {
    expect(order("01/02/2025", "13/02/2025").order).toBe("dmy");
    expect(order("25/12/23").order).toBe("dmy");
  });

  it("a second number above 12 is the day", () => {
    expect(order("2/1/25", "2/13/25").order).toBe("mdy");
  });

  it("a step back within a year rules an order out", () => {
    expect(order("01/05/2025", "02/03/2025").order).toBe("mdy");
    expect(order("05/01/2025", "03/02/2025").order).toBe("dmy");
  });

  it("otherwise the number that changes more often is the day", () => {
    expect(order("01/02/2025", "02/02/2025", "03/02/2025").order).toBe("dmy");
    expect(order("02/01/2025", "02/02/2025", "02/03/2025").order).toBe("mdy");
  });

  it("a year of four digits first is followed by the month, unless the numbers say otherwise", () => {
    expect(order("2025-01-02").order).toBe("ymd");
    expect(order("2025-13-02").order).toBe("ydm");
  });

  it("two digits of a year may come first when the file proves it", () => {
    expect(order("20-01-15", "20-01-16", "20-01-17").order).toBe("ymd");
  });

  it("is asked for when nothing tells", () => {
    expect(order("01/02/2025")).toEqual({ order: null, candidates: ["dmy", "mdy"] });
    expect(order("01/02/2025", "03/04/2025")).toEqual({ order: null, candidates: ["dmy", "mdy"] });
  });

  it("needs no answer when both readings agree", () => {
    expect(order("05/05/2025").order).toBe("dmy");
  });

  it("a chat of daily messages over two months is never ambiguous nor wrong", () => {
    const start = fc.date({ min: new Date("2012-01-01"), max: new Date("2060-01-01"), noInvalidDate: true });
    fc.assert(
      fc.property(start, fc.constantFrom("dmy", "mdy"), (from, written) => {
        const dates = Array.from({ length: 60 }, (_, day): DateNumbers => {
          const date = new Date(from.getTime() + day * 86_400_000);
          const [d, m, y] = [date.getUTCDate(), date.getUTCMonth() + 1, date.getUTCFullYear()].map(String);
          return written === "dmy" ? [d ?? "", m ?? "", y ?? ""] : [m ?? "", d ?? "", y ?? ""];
        });
        expect(inferDateOrder(dates).order).toBe(written);
      }),
    );
  });
});

describe("an ambiguous chat", () => {
  const text = "01/02/2025, 10:00 - Ana: hi\n03/04/2025, 10:00 - Bia: hello\n";

  it("asks, shows a date as written and the authors, and reads on with the answer", () => {
    expect(parseChat(text)).toMatchObject({
      status: "ambiguous",
      dateOrder: null,
      candidates: ["dmy", "mdy"],
      sampleDate: "01/02/2025",
      entries: [],
      authors: [
        { name: "Ana", messages: 1 },
        { name: "Bia", messages: 1 },
      ],
    });
    expect(parseChat(text, "mdy").entries[1]?.localTime).toBe("2025-03-04T10:00:00");
    expect(parseChat(text, "dmy").entries[1]?.localTime).toBe("2025-04-03T10:00:00");
  });
});
