import { beforeAll, describe, expect, test } from "vitest";
import { upsertMembers } from "@/lib/members/commands/upsert-members";
import { listMembers } from "@/lib/members/queries/list-members";
import { asOwner } from "../../support/as-owner";
import { plansOf, plansWithin } from "../../support/plans";
import { aTenant, type Neighbour } from "../../support/world";

let here: Neighbour;
const PEOPLE = 20_000;

beforeAll(async () => {
  here = await aTenant();
  const first = ["Ana", "Bia", "Caio", "Davi", "Eva", "Fábio", "Gil", "Hugo", "Iara", "João"];
  await upsertMembers(
    here.as("owner"),
    Array.from({ length: PEOPLE }, (_, n) => ({
      name: `${first[n % 10]} Sobrenome${n}`,
      identifiers: [
        { kind: "phone" as const, value: `+55119${80000000 + n}` },
        { kind: "email" as const, value: `p${n}@x.example` },
      ],
      tags: [`turma ${n % 500}`],
    })),
  );
  await asOwner(process.env.DATABASE_URL ?? "", "ANALYZE members, identifiers, member_tags");
}, 120_000);

describe("search as you type over 20,000 people under row-level security", () => {
  test.each([
    ["the beginning of a word", { q: "sobrenome777" }, "members_by_part_of_name"],
    ["the inside of a word", { q: "nome777" }, "members_by_part_of_name"],
    ["two parts in any order", { q: "ome777 hugo" }, "members_by_part_of_name"],
    ["the end of a phone", { q: "010001" }, "identifiers_by_part"],
    ["the middle of a phone", { q: "98001 234" }, "identifiers_by_part"],
    ["a phone as it is dialled", { q: "+55 11 98000 1" }, "identifiers_by_part"],
    ["part of an e-mail", { q: "p1234@" }, "identifiers_by_part"],
    ["the beginning of a tag", { q: "turma 7" }, "member_tags_pkey"],
    ["a whole tag", { tag: "turma 7" }, "member_tags_pkey"],
    ["a part of a name in a tag", { q: "bia", tag: "turma 1" }, "member_tags"],
  ])("%s reads its index and no whole table", async (_what, filter, index) => {
    const ctx = here.as("owner");
    const plans = await plansWithin(ctx, (watched) =>
      listMembers(watched, filter, { limit: 50, sort: "name" }),
    );
    expect(plans).toMatch(new RegExp(`(Scan using|Bitmap Index Scan on) ${index}`));
    expect(plans).not.toMatch(/Seq Scan on (members|identifiers|member_tags)\b/);
    const { data } = await listMembers(ctx, filter, { limit: 50, sort: "name" });
    expect(data.length).toBeGreaterThan(0);
  });

  test.each([
    ["sobrenome", "name"],
    ["119", "phone"],
    ["x.example", "contact"],
    ["turma", "tag"],
  ])("%s, which everybody has, is found among the first of the list", async (q) => {
    const plans = await plansWithin(here.as("owner"), (watched) =>
      listMembers(watched, { q }, { limit: 50, sort: "name" }),
    );
    const read = [...plans.matchAll(/actual rows=(\d+)/g)].map(([, rows]) => Number(rows));
    expect(Math.max(...read)).toBeLessThan(3_100);
  });

  test.each([
    ["name", "members_by_name"],
    ["name_desc", "members_by_name"],
    ["newest", "members_newest"],
    ["oldest", "members_newest"],
  ] as const)("a page by %s walks its index", async (sort, index) => {
    const ctx = here.as("owner");
    const { nextCursor } = await listMembers(ctx, {}, { limit: 50, sort });
    for (const cursor of [undefined, nextCursor ?? undefined]) {
      const plans = await plansOf(ctx, (watched) => listMembers(watched, {}, { limit: 50, sort, cursor }));
      expect(plans.join("\n")).toContain(index);
    }
  });
});
