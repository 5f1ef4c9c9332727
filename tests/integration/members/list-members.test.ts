import { describe, expect, test } from "vitest";
import { createMember } from "@/lib/members/commands/create-member";
import { findMember } from "@/lib/members/queries/find-member";
import { listMembers } from "@/lib/members/queries/list-members";
import { memberCommunityIds } from "@/lib/members/queries/member-community-ids";
import type { TenantContext } from "@/lib/platform/context";
import { newId } from "@/lib/shared/ids";
import { aTenant, aWorld } from "../../support/world";

/** Ana and Bia share the room; Caio is in the house only; Davi leads the house; Eva is outside. */
async function aHouse() {
  const here = await aTenant();
  const owner = here.as("owner");
  const ids: Record<string, string> = {};
  const people = ["Ana", "Bia", "Caio", "Davi", "Eva"];
  for (const [index, name] of people.entries()) {
    const { id } = await createMember(owner, {
      name: `${name} Conceição`,
      identifiers: [
        { kind: "phone", value: `1197777000${index}` },
        { kind: "email", value: `${name}@casa.example` },
      ],
      tags: [`etiqueta-${name}`],
      fields: { tamanho: "M" },
    });
    ids[name] = id;
  }
  const of = (name: string) => ids[name] ?? "";
  const [communityId, groupId] = [newId(), newId()];
  await owner.db.community.create({ data: { id: communityId, name: "Casa" } });
  await owner.db.group.create({ data: { id: groupId, communityId, name: "Sala" } });
  await owner.db.communityMember.createMany({
    data: ["Ana", "Bia", "Caio", "Davi"].map((name) => ({
      communityId,
      memberId: of(name),
      role: name === "Davi" ? "admin" : "member",
    })),
  });
  await owner.db.groupMember.createMany({
    data: ["Ana", "Bia"].map((name) => ({ communityId, groupId, memberId: of(name) })),
  });
  return { here, owner, of, communityId, groupId };
}

async function find(ctx: TenantContext, filter: Parameters<typeof listMembers>[1]): Promise<string> {
  const { data } = await listMembers(ctx, filter, { limit: 50, sort: "name" });
  return data.map(({ name }) => name.split(" ")[0]).join(" ");
}

describe("searching people", () => {
  test("any word of the name, without accents; the phone from either end, with or without its ninth digit; the e-mail; a tag", async () => {
    const { owner } = await aHouse();
    expect(await find(owner, { q: "concei" })).toBe("Ana Bia Caio Davi Eva");
    expect(await find(owner, { q: "CONCEICAO an" })).toBe("Ana");
    expect(await find(owner, { q: "0003" })).toBe("Davi");
    expect(await find(owner, { q: "(11) 9777" })).toBe("Ana Bia Caio Davi Eva");
    expect(await find(owner, { q: "11 7777-0001" })).toBe("Bia");
    expect(await find(owner, { q: "+5511977770002" })).toBe("Caio");
    expect(await find(owner, { q: "eva@ca" })).toBe("Eva");
    expect(await find(owner, { q: "etiqueta-b" })).toBe("Bia");
    expect(await find(owner, { tag: "ETIQUETA-ana" })).toBe("Ana");
    expect(await find(owner, { q: "conceicao xis" })).toBe("");
    expect(await find(owner, { q: "%_\\ '; --" })).toBe("");
  });

  test("rooms filter the list", async () => {
    const { owner, communityId, groupId } = await aHouse();
    expect(await find(owner, { communityId })).toBe("Ana Bia Caio Davi");
    expect(await find(owner, { groupId })).toBe("Ana Bia");
    expect(await find(owner, { groupId: newId() })).toBe("");
    expect(await find(owner, { groupId: "x" })).toBe("");
  });

  test("P12: a search never confirms what the viewer may not see", async () => {
    const { here, of } = await aHouse();
    const ana = here.as({ memberId: of("Ana") });
    expect(await find(ana, {})).toBe("Ana Bia Davi");
    expect(await find(ana, { q: "Caio" })).toBe("");
    expect(await find(ana, { q: "977770002" })).toBe("");
    expect(await find(ana, { q: "caio@casa" })).toBe("");
    // Of Bia she sees the phone but no details; of Davi, who leads the house, the name alone.
    expect(await find(ana, { q: "77770001" })).toBe("Bia");
    expect(await find(ana, { q: "bia@casa" })).toBe("");
    expect(await find(ana, { q: "etiqueta-bia" })).toBe("");
    expect(await find(ana, { tag: "etiqueta-bia" })).toBe("");
    expect(await find(ana, { q: "Davi" })).toBe("Davi");
    expect(await find(ana, { q: "77770003" })).toBe("");
    expect(await find(ana, { q: "ana@casa" })).toBe("Ana");
  });

  test("P8, P9: marketers find by name and tag in granted communities, phones masked; finance nobody", async () => {
    const { here, of, communityId } = await aHouse();
    expect(await find(here.as("marketer"), {})).toBe("");
    const marketer = here.as("marketer", [communityId]);
    expect(await find(marketer, {})).toBe("Ana Bia Caio Davi");
    expect(await find(marketer, { q: "etiqueta-caio" })).toBe("Caio");
    expect(await find(marketer, { q: "77770001" })).toBe("");
    expect(await find(marketer, { q: "bia@casa" })).toBe("");
    const card = await findMember(marketer, of("Bia"));
    expect(card).toMatchObject({
      tags: ["etiqueta-Bia"],
      fields: { tamanho: "M" },
      locale: null,
      birthdayOn: null,
    });
    expect(card?.identifiers).toEqual([{ kind: "phone", value: "+55 •••••••••01", masked: true }]);
    expect(await findMember(marketer, of("Eva"))).toBeNull();
    await expect(listMembers(here.as("finance"), {}, { limit: 50 })).rejects.toMatchObject({
      code: "not_allowed",
    });
  });

  test("P3, P2, P10: a card shows what the rules grant, or does not exist", async () => {
    const { here, of } = await aHouse();
    const ana = here.as({ memberId: of("Ana") });
    expect(await findMember(ana, of("Caio"))).toBeNull();
    expect(await findMember(ana, of("Bia"))).toMatchObject({
      identifiers: [{ kind: "phone", value: "+5511977770001" }],
      tags: [],
      fields: {},
    });
    expect((await findMember(ana, of("Davi")))?.identifiers).toEqual([]);
    expect((await findMember(here.as({ memberId: of("Davi") }), of("Caio")))?.tags).toEqual([
      "etiqueta-Caio",
    ]);
  });

  test("P12: a filter by a room tells nothing of rooms that the viewer is not in", async () => {
    const { here, owner, of, communityId } = await aHouse();
    const [otherHouse, otherRoom] = [newId(), newId()];
    await owner.db.community.create({ data: { id: otherHouse, name: "Outra" } });
    await owner.db.group.create({ data: { id: otherRoom, communityId: otherHouse, name: "Quarto" } });
    await owner.db.communityMember.create({ data: { communityId: otherHouse, memberId: of("Bia") } });
    await owner.db.groupMember.create({
      data: { communityId: otherHouse, groupId: otherRoom, memberId: of("Bia") },
    });
    const ana = here.as({ memberId: of("Ana") });
    expect(await find(ana, { communityId: otherHouse })).toBe("");
    expect(await find(ana, { groupId: otherRoom })).toBe("");
    expect(await find(ana, { communityId })).toBe("Ana Bia Davi");
    expect(await memberCommunityIds(ana)).toEqual([communityId]);
  });

  test("T3: another tenant's person is as one that does not exist", async () => {
    const { here, there } = await aWorld();
    expect(await findMember(there.as("owner"), here.ownerMemberId)).toBeNull();
    expect(await findMember(there.as("owner"), "' OR 1=1 --")).toBeNull();
  });

  test("pages follow each other without a gap or a double, by name and by age", async () => {
    const { owner } = await aHouse();
    for (const sort of ["name", "newest"] as const) {
      const names: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await listMembers(owner, {}, { limit: 2, sort, cursor });
        names.push(...page.data.map(({ name }) => name));
        cursor = page.nextCursor ?? undefined;
      } while (cursor);
      expect(new Set(names).size).toBe(6);
      expect(names).toHaveLength(6);
    }
    const wrong = listMembers(owner, {}, { limit: 2, sort: "name", cursor: "bm9wZQ" });
    await expect(wrong).rejects.toMatchObject({ code: "invalid_cursor" });
  });
});
