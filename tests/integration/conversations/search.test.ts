import { expect, test } from "vitest";
import { postMessage } from "@/lib/conversations/commands/post-message";
import { removeMessage } from "@/lib/conversations/commands/remove-message";
import { searchMessages } from "@/lib/conversations/queries/list-messages";
import { aRoom, later } from "../../support/room";
import { aTenant } from "../../support/world";

test("words are found whatever their accents and case, all of them, newest first and page by page", async () => {
  const tenant = await aTenant();
  const { groupId, ana } = await aRoom(tenant);
  const ctx = tenant.as({ memberId: ana });
  for (const [index, body] of ["Pão de manhã", "O pão acabou", "Maçã e PAO", "100% _certo_"].entries())
    await postMessage(later(ctx, index), { groupId, body });
  const found = async (q: string, cursor?: string) => {
    const page = await searchMessages(ctx, { groupId, q, limit: 2, cursor });
    return { bodies: page.data.map(({ body }) => body), next: page.nextCursor ?? undefined };
  };
  const first = await found("pao");
  expect(first.bodies).toEqual(["Maçã e PAO", "O pão acabou"]);
  expect((await found("pao", first.next)).bodies).toEqual(["Pão de manhã"]);
  expect((await found("MACA pão")).bodies).toEqual(["Maçã e PAO"]);
  expect((await found("%")).bodies).toEqual(["100% _certo_"]);
  expect((await found(" ")).bodies).toEqual([]);
});

test("P12: neither strangers, nor what was removed, nor the name of whom a message calls is found", async () => {
  const tenant = await aTenant();
  const { groupId, ana, beto, carla } = await aRoom(tenant);
  const ctx = tenant.as({ memberId: ana });
  await postMessage(ctx, { groupId, body: "Oi @Beto", mentions: [beto] });
  const { id } = await postMessage(ctx, { groupId, body: "segredo" });
  await removeMessage(ctx, { id });
  for (const q of ["beto", "segredo"])
    expect((await searchMessages(ctx, { groupId, q, limit: 5 })).data).toEqual([]);
  await expect(
    searchMessages(tenant.as({ memberId: carla }), { groupId, q: "oi", limit: 5 }),
  ).rejects.toMatchObject({ code: "not_found" });
});
