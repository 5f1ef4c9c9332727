import { beforeAll, describe, expect, test } from "vitest";
import { upsertMembers } from "@/lib/members/commands/upsert-members";
import type { ListSort } from "@/lib/members/list-rules";
import { listMembers } from "@/lib/members/queries/list-members";
import { asOwner } from "../../support/as-owner";
import { aTenant, type Neighbour } from "../../support/world";

const PEOPLE = 9_000;
let here: Neighbour;

// Of a hundred people, ten are called Fern and other ten have it in their address; three and three have Yas. The newest come last.
const everybody = Array.from({ length: PEOPLE }, (_, n) => {
  const of = (word: string, share: number) => ({
    named: n % 100 < share,
    addressed: (n + 50) % 100 < share,
    word,
  });
  const words = [of("Fern", 10), of("Yas", 3)];
  const called = words.filter(({ named }) => named).map(({ word }) => word);
  const label = words.filter(({ addressed }) => addressed).map(({ word }) => word.toLowerCase());
  const mixed = String((n * 7_919) % PEOPLE).padStart(5, "0");
  return {
    name: ["P", mixed, ...called].join(" "),
    identifiers: [
      { kind: "phone" as const, value: `+55119${80000000 + n}` },
      { kind: "email" as const, value: `${["x", ...label].join(".")}${n}@quintal.example` },
    ],
    createdAt: n,
  };
});

beforeAll(async () => {
  here = await aTenant();
  await upsertMembers(
    here.as("owner"),
    everybody.map(({ createdAt: _, ...person }) => person),
  );
  const url = process.env.DATABASE_URL ?? "";
  await asOwner(
    url,
    `UPDATE members m SET created_at = date_trunc('milliseconds', now()) + substr(i.canonical, 7)::int * interval '1 ms'
     FROM identifiers i WHERE i.tenant_id = m.tenant_id AND i.member_id = m.id AND i.kind = 'phone' AND m.tenant_id = $1`,
    [here.tenantId],
  );
  await asOwner(url, "ANALYZE members, identifiers");
}, 120_000);

describe("pages that names fill hold those too who are found by their address before the last row", () => {
  const orders: [ListSort, (a: (typeof everybody)[0], b: (typeof everybody)[0]) => number][] = [
    ["name", (a, b) => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1)],
    ["name_desc", (a, b) => (a.name.toLowerCase() < b.name.toLowerCase() ? 1 : -1)],
    ["newest", (a, b) => b.createdAt - a.createdAt],
    ["oldest", (a, b) => a.createdAt - b.createdAt],
  ];
  const texts = ["fern", "yas", "quintal", "fern p"];
  test.each(texts.flatMap((q) => orders.map(([sort, compare]) => [q, sort, compare] as const)))(
    "%s by %s",
    async (q, sort, compare) => {
      const words = q.split(" ");
      const found = everybody
        .filter(
          ({ name, identifiers }) =>
            words.every((word) =>
              word.length < 3 ? name.toLowerCase().startsWith(word) : name.toLowerCase().includes(word),
            ) || identifiers[1]?.value.includes(q),
        )
        .sort(compare)
        .map(({ name }) => name);
      const got: string[] = [];
      let cursor: string | undefined;
      for (let page = 0; page < 4; page++) {
        const { data, nextCursor } = await listMembers(here.as("owner"), { q }, { limit: 50, sort, cursor });
        got.push(...data.map(({ name }) => name));
        cursor = nextCursor ?? undefined;
        if (!cursor) break;
      }
      expect(got).toEqual(found.slice(0, 200));
    },
  );
});
