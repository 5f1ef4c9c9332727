import { beforeAll, describe, expect, test } from "vitest";
import { upsertMembers } from "@/lib/members/commands/upsert-members";
import { listMembers } from "@/lib/members/queries/list-members";
import { asOwner } from "../../support/as-owner";
import { plansOf } from "../../support/plans";
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
  await asOwner(process.env.DATABASE_URL ?? "", "ANALYZE members, identifiers, member_tokens");
}, 120_000);

describe("search as you type over 20,000 people under row-level security", () => {
  test.each([
    [{ q: "sobrenome1999" }, "member_tokens"],
    [{ q: "10001" }, "identifiers"],
    [{ q: "+55 11 98000 1" }, "identifiers"],
    [{ q: "p1234@" }, "identifiers"],
    [{ tag: "turma 7" }, "member_tokens"],
  ])("%o reads its index, not the table %s", async (filter, table) => {
    const ctx = here.as("owner");
    const plans = await plansOf(ctx, (watched) => listMembers(watched, filter, { limit: 50, sort: "name" }));
    const text = plans.join("\n");
    expect(text).not.toMatch(new RegExp(`Seq Scan on ${table}\\b`));
    expect(text).toMatch(new RegExp(`Index (Only )?Scan .* on ${table}\\b|Bitmap Index Scan`));
    const { data } = await listMembers(ctx, filter, { limit: 50, sort: "name" });
    expect(data.length).toBeGreaterThan(0);
  });

  test("the first page by name and by age walk their index", async () => {
    const ctx = here.as("owner");
    for (const [sort, index] of [
      ["name", "members_by_name"],
      ["newest", "members_newest"],
    ] as const) {
      const plans = await plansOf(ctx, (watched) => listMembers(watched, {}, { limit: 50, sort }));
      expect(plans.join("\n")).toContain(index);
    }
  });
});
