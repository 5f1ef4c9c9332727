import { describe, expect, test } from "vitest";
import { createMember } from "@/lib/members/commands/create-member";
import { upsertMembers } from "@/lib/members/commands/upsert-members";
import { aTenant, aWorld } from "../../support/world";

async function identifiersOf(ctx: Awaited<ReturnType<typeof aTenant>>, memberId: string) {
  const rows = await ctx.as("owner").db.identifier.findMany({
    where: { memberId },
    select: { kind: true, value: true, canonical: true },
    orderBy: { kind: "asc" },
  });
  return rows.map(({ kind, value, canonical }) => `${kind} ${value} ${canonical}`);
}

describe("adding one person", () => {
  test("X20: a phone keeps its digits and is unique with and without the ninth one", async () => {
    const here = await aTenant();
    const ctx = here.as("owner");
    const { id } = await createMember(ctx, {
      name: "  João\u202e da Silva ",
      identifiers: [
        { kind: "phone", value: "(11) 8888-7777" },
        { kind: "email", value: "Joao@Example.COM" },
      ],
      tags: ["VIP", " vip ", "Corrida"],
    });
    expect(await identifiersOf(here, id)).toEqual([
      "email joao@example.com joao@example.com",
      "phone +551188887777 +5511988887777",
    ]);
    const kept = await ctx.db.member.findFirst({ where: { id }, select: { name: true, tags: true } });
    expect(kept).toEqual({ name: "João da Silva", tags: ["VIP", "Corrida"] });
    const twin = createMember(ctx, {
      name: "Outra",
      identifiers: [
        { kind: "username", value: "outra" },
        { kind: "phone", value: "+55 11 98888-7777" },
      ],
    });
    await expect(twin).rejects.toMatchObject({
      code: "duplicate_identifier",
      issues: [
        {
          path: "identifiers.1.value",
          code: "phone_known_in_other_form",
          params: { known: "+55 11 8888 7777" },
          link: { id, label: "João da Silva", to: `members/${id}` },
        },
      ],
    });
    expect(await ctx.db.member.count({ where: { name: "Outra" } })).toBe(0);
  });

  test("X21: the same phone in two tenants is two people", async () => {
    const { here, there } = await aWorld();
    const person = { name: "Ana", identifiers: [{ kind: "phone" as const, value: "+5511988887777" }] };
    await createMember(here.as("owner"), person);
    await createMember(there.as("owner"), person);
  });

  test("L9: twenty at once with one e-mail: one gets it", async () => {
    const here = await aTenant();
    const attempts = Array.from({ length: 20 }, () =>
      createMember(here.as("owner"), {
        name: "Ana",
        identifiers: [{ kind: "email", value: "ana@x.example" }],
      }),
    );
    const settled = await Promise.allSettled(attempts);
    expect(settled.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  test("R2: marketer, finance and agent may not", async () => {
    const here = await aTenant();
    for (const role of ["marketer", "finance", "agent"] as const) {
      await expect(createMember(here.as(role), { name: "Ana" })).rejects.toMatchObject({
        code: "not_allowed",
      });
    }
  });

  test("a name of nothing visible, or of 101 graphemes, is refused at its field", async () => {
    const ctx = (await aTenant()).as("owner");
    await expect(createMember(ctx, { name: "\u200e \u0000" })).rejects.toMatchObject({
      code: "invalid_input",
      issues: [{ path: "name", code: "required" }],
    });
    await expect(createMember(ctx, { name: "👨‍👩‍👧".repeat(101) })).rejects.toMatchObject({
      code: "name_too_long",
    });
    await createMember(ctx, { name: "👨‍👩‍👧".repeat(100) });
  });
});

describe("adding many people", () => {
  const phone = (n: number) => ({ kind: "phone" as const, value: `+55119${80000000 + n}` });

  test("I1: each row is created, updated, unchanged or refused, by any identifier", async () => {
    const ctx = (await aTenant()).as("owner");
    const first = await upsertMembers(ctx, [
      { name: "Ana", identifiers: [phone(1), { kind: "email", value: "ana@x.example" }] },
      { name: "Bia", identifiers: [phone(2)] },
      { name: "", identifiers: [phone(3)] },
      { name: "Ruim", identifiers: [{ kind: "phone", value: "12" }] },
    ]);
    expect(first.map(({ outcome, code }) => code ?? outcome)).toEqual([
      "created",
      "created",
      "name_missing",
      "invalid_phone",
    ]);
    const second = await upsertMembers(ctx, [
      { name: "Ana", identifiers: [{ kind: "email", value: "ANA@x.example" }] },
      { name: "Bia", identifiers: [phone(2), { kind: "email", value: "bia@x.example" }] },
      { name: "Ana ou Bia", identifiers: [phone(1), phone(2)] },
      { name: "Caio", identifiers: [phone(4)], tags: ["a"] },
      { name: "Caio", identifiers: [phone(4)], tags: ["A", "b"] },
    ]);
    expect(second.map(({ outcome, code }) => code ?? outcome)).toEqual([
      "unchanged",
      "updated",
      "duplicate_identifier",
      "created",
      "updated",
    ]);
    expect(second[0]?.memberId).toBe(first[0]?.memberId);
    expect(second[4]?.memberId).toBe(second[3]?.memberId);
    const caio = await ctx.db.member.findFirst({ where: { name: "Caio" }, select: { tags: true } });
    expect(caio?.tags).toEqual(["a", "b"]);
  });

  test("I1: the mode keep leaves people who exist as they are", async () => {
    const ctx = (await aTenant()).as("owner");
    await upsertMembers(ctx, [{ name: "Ana", identifiers: [phone(1)] }]);
    const [row] = await upsertMembers(ctx, [{ name: "Aninha", identifiers: [phone(1)] }], { mode: "keep" });
    expect(row?.outcome).toBe("unchanged");
    expect(await ctx.db.member.count({ where: { name: "Aninha" } })).toBe(0);
  });

  test("L9: two imports of the same 3,000 people at once make each person once", async () => {
    const here = await aTenant();
    const rows = Array.from({ length: 3_000 }, (_, n) => ({ name: `Pessoa ${n}`, identifiers: [phone(n)] }));
    const [a, b] = await Promise.all([
      upsertMembers(here.as("owner"), rows),
      upsertMembers(here.as("owner"), rows.toReversed()),
    ]);
    const created = [...a, ...b].filter(({ outcome }) => outcome === "created");
    expect(created).toHaveLength(3_000);
    expect(await here.as("owner").db.member.count()).toBe(3_001);
  });
});
