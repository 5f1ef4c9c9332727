import { beforeEach, describe, expect, test } from "vitest";
import { bulkBody } from "@/lib/memberships/bulk-schema";
import { bulkAdd } from "@/lib/memberships/commands/bulk-add";
import type { TenantContext } from "@/lib/platform/context";
import { limitTo } from "../../support/village";
import { aCommunity } from "../../support/village-rooms";
import { aTenant } from "../../support/world";

let ctx: TenantContext;
let communityId: string;

beforeEach(async () => {
  const tenant = await aTenant();
  ctx = tenant.as("owner");
  communityId = (await aCommunity(ctx)).id;
  await limitTo(tenant, { communityMembers: 2 });
});

const count = () => ctx.db.member.count();

describe("L3: a bulk into a community that fills up", () => {
  test("who is refused was not made: sent again, nobody stands twice in the list of people", async () => {
    const members = ["Ana", "Bia", "Caio", "Davi"].map((name) => ({ name }));
    const before = await count();
    const answer = await bulkAdd(ctx, { communityId }, { members });
    expect(answer).toMatchObject({
      added: 2,
      refused: [
        { index: 2, code: "community_full" },
        { index: 3, code: "community_full" },
      ],
    });
    expect(await count()).toBe(before + 2);
    await bulkAdd(ctx, { communityId }, { members: members.slice(2) });
    expect(await count()).toBe(before + 2);
  });

  test("who was known before stays", async () => {
    const people = [{ name: "Rui", identifiers: [{ kind: "email" as const, value: "rui@vila.example" }] }];
    await bulkAdd(ctx, { communityId: (await aCommunity(ctx)).id }, { members: people });
    await bulkAdd(ctx, { communityId }, { members: [{ name: "Ana" }, { name: "Bia" }] });
    const before = await count();
    const answer = await bulkAdd(ctx, { communityId }, { members: people });
    expect(answer.refused).toEqual([{ index: 0, code: "community_full" }]);
    expect(await count()).toBe(before);
  });
});

test("an id that is no text is a refused row like any other", async () => {
  const answer = await bulkAdd(ctx, { communityId }, bulkBody.parse({ memberIds: [5, null, "x"] }));
  expect(answer.refused.map(({ index, code }) => [index, code])).toEqual([
    [0, "unknown_id"],
    [1, "unknown_id"],
    [2, "unknown_id"],
  ]);
});
