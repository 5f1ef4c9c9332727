import { createHash, createHmac } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkDraw } from "@/lib/blocks/check-rules";
import { digestOf, entriesDigestOf, winnersOf } from "@/lib/blocks/draw-rules";

const sha = (text: string) => createHash("sha256").update(text).digest("hex");
const tickets = fc.uniqueArray(fc.stringMatching(/^[2-9A-HJ-NP-Z]{5}-[2-9A-HJ-NP-Z]{5}$/), {
  minLength: 1,
  maxLength: 40,
});

describe("A20: the draw", () => {
  test("is the sum that the page describes, done by another library", async () => {
    await fc.assert(
      fc.asyncProperty(tickets, fc.stringMatching(/^[0-9a-f]{64}$/), async (list, secret) => {
        const entries = sha([...list].sort().join("\n"));
        const lot = (ticket: string) =>
          createHmac("sha256", secret).update(`${entries}:${ticket}`).digest("hex");
        const expected = [...list].sort((a, b) => (lot(a) < lot(b) ? -1 : 1)).slice(0, 3);
        expect(await winnersOf({ secret, tickets: list, winners: 3 })).toEqual(expected);
        expect(await entriesDigestOf(list)).toBe(entries);
      }),
      { numRuns: 30 },
    );
  });

  test("does not depend on the order in which the tickets come", async () => {
    const list = ["C", "A", "B"];
    const drawing = { secret: "s", winners: 2 };
    expect(await winnersOf({ ...drawing, tickets: list })).toEqual(
      await winnersOf({ ...drawing, tickets: [...list].reverse() }),
    );
  });

  test("each ticket wins about as often as any other", async () => {
    const list = ["A", "B", "C", "D"];
    const wins = new Map<string, number>();
    for (let n = 0; n < 800; n++) {
      const [first = ""] = await winnersOf({ secret: `secret ${n}`, tickets: list, winners: 1 });
      wins.set(first, (wins.get(first) ?? 0) + 1);
    }
    // 800 draws among four: 200 each, within five standard deviations of 12.2.
    for (const ticket of list) expect(Math.abs((wins.get(ticket) ?? 0) - 200)).toBeLessThan(62);
  });

  test("whoever checks it finds another secret, another list and other winners", async () => {
    const secret = "um segredo";
    const list = ["A", "B", "C"];
    const right = {
      secret,
      secretHash: await digestOf(secret),
      entriesHash: await entriesDigestOf(list),
      tickets: list,
      winners: 1,
      winningTickets: await winnersOf({ secret, tickets: list, winners: 1 }),
    };
    expect(await checkDraw(right)).toBeNull();
    expect(await checkDraw({ ...right, secret: "outro" })).toBe("secret");
    expect(await checkDraw({ ...right, tickets: [...list, "D"] })).toBe("entries");
    const loser = list.find((ticket) => ticket !== right.winningTickets[0]) ?? "";
    expect(await checkDraw({ ...right, winningTickets: [loser] })).toBe("winners");
  });
});
