import { beforeAll, describe, expect, test } from "vitest";
import { createMember } from "@/lib/members/commands/create-member";
import { createMemberInput } from "@/lib/members/schema";
import { mergeMembers } from "@/lib/merges/commands/merge-members";
import { forgetApart, tellApart } from "@/lib/merges/commands/tell-apart";
import { listSuspects, listSuspicions, listToldApart } from "@/lib/merges/queries/list-suspicions";
import type { TenantContext } from "@/lib/platform/context";
import { newId } from "@/lib/shared/ids";
import { aTenant, type Neighbour } from "../../support/world";

let here: Neighbour;
let owner: TenantContext;
let made = 0;

beforeAll(async () => {
  here = await aTenant();
  owner = here.as("owner");
});

type Given = { name?: string; phone?: string; whatsapp?: string; email?: string; birthdayOn?: string };

async function person(
  { name = `Pessoa ${++made}`, birthdayOn, ...contacts }: Given,
  as = owner,
): Promise<string> {
  const identifiers = Object.entries(contacts).map(([kind, value]) => ({ kind, value }));
  const input = { name, identifiers, ...(birthdayOn && { birthdayOn }) };
  return (await createMember(as, createMemberInput.parse(input))).id;
}
const couple = (a: string, b: string): [string, string] => (a < b ? [a, b] : [b, a]);
/** What is found of two people. */
async function evidenceOf(a: string, b: string) {
  const { data } = await listSuspicions(owner, { limit: 200 });
  const found = data.find(({ people }) => {
    const ids = people.map(({ id }) => id);
    return ids.includes(a) && ids.includes(b);
  });
  return found?.evidence ?? [];
}

describe("X20: two records may be one person, and the evidence says why", () => {
  test.each<[string, Given, Given, { kind: string; value: string }[]]>([
    [
      "a phone of one is the WhatsApp id of the other, ninth digit or not",
      { phone: "+55 11 98888-0001" },
      { whatsapp: "551188880001@c.us" },
      [{ kind: "number", value: "5511988880001" }],
    ],
    [
      "addresses that reach one mailbox",
      { email: "bia.reis@casa.example" },
      { email: "Bia.Reis+loja@casa.example" },
      [{ kind: "mailbox", value: "bia.reis@casa.example" }],
    ],
    [
      "addresses of Gmail with and without dots",
      { email: "caio.lima@gmail.com" },
      { email: "caiolima@googlemail.com" },
      [{ kind: "mailbox", value: "caiolima@gmail.com" }],
    ],
    [
      "the same name, whatever its accents, and the same birthday",
      { name: "João Prado", birthdayOn: "1990-05-02" },
      { name: "joao prado", birthdayOn: "1990-05-02" },
      [{ kind: "name_birthday", value: "1990-05-02" }],
    ],
    [
      "the same name, and addresses that begin alike",
      { name: "Davi Melo", email: "davi.melo@um.example" },
      { name: "Davi Melo", email: "davi.melo@dois.example" },
      [{ kind: "name_address", value: "davi.melo" }],
    ],
    [
      "several at once are told together, the strongest first",
      { name: "Eva Sá", phone: "+5511988880002", birthdayOn: "1981-01-01" },
      { name: "Eva Sá", whatsapp: "5511988880002", birthdayOn: "1981-01-01" },
      [
        { kind: "number", value: "5511988880002" },
        { kind: "name_birthday", value: "1981-01-01" },
      ],
    ],
  ])("%s", async (_, one, other, evidence) => {
    const [a, b] = [await person(one), await person(other)];
    expect(await evidenceOf(a, b)).toEqual(evidence);
    expect(await listSuspects(owner, a)).toMatchObject([{ person: { id: b }, evidence }]);
    expect(await listSuspects(owner, b)).toMatchObject([{ person: { id: a }, evidence }]);
  });

  test.each<[string, Given, Given]>([
    ["the same name alone", { name: "Ana Silva" }, { name: "Ana Silva" }],
    ["the same birthday alone", { birthdayOn: "1970-07-07" }, { birthdayOn: "1970-07-07" }],
    [
      "addresses that begin alike, of other names",
      { email: "contato@um.example" },
      { email: "contato@dois.example" },
    ],
    ["dots where they count", { email: "eu.mesmo@casa.example" }, { email: "eumesmo@casa.example" }],
    [
      "a landline and a mobile of the same eight digits",
      { phone: "+551132221111" },
      { whatsapp: "5511932221111" },
    ],
  ])("%s is no evidence", async (_, one, other) => {
    expect(await evidenceOf(await person(one), await person(other))).toEqual([]);
  });

  test("one's own phone and WhatsApp id make nobody two", async () => {
    const id = await person({ phone: "+5511988880003", whatsapp: "5511988880003" });
    expect(await listSuspects(owner, id)).toEqual([]);
  });
});

describe("what is decided is remembered", () => {
  test("told apart, they are not asked about; taken back, they are again", async () => {
    const [a, b] = [
      await person({ name: "Gil Dias", birthdayOn: "2001-01-01" }),
      await person({ name: "Gil Dias", birthdayOn: "2001-01-01" }),
    ];
    await tellApart(owner, { memberIds: [b, a] });
    await tellApart(owner, { memberIds: [a, b] });
    expect(await evidenceOf(a, b)).toEqual([]);
    expect(await listSuspects(owner, a)).toEqual([]);
    const apart = (await listToldApart(owner, { limit: 50 })).data.map(({ people }) =>
      people.map(({ id }) => id),
    );
    expect(apart).toContainEqual(couple(a, b));
    await forgetApart(owner, { memberIds: [a, b] });
    expect(await evidenceOf(a, b)).toHaveLength(1);
  });

  test("merged, they are one, and the decision about who is gone goes with them", async () => {
    const ids = [];
    for (let n = 0; n < 3; n++) ids.push(await person({ name: "Ivo Luz", birthdayOn: "1999-09-09" }));
    const [a = "", b = "", c = ""] = ids;
    await tellApart(owner, { memberIds: [b, c] });
    await mergeMembers(owner, { intoId: a, fromId: b });
    expect(await evidenceOf(a, b)).toEqual([]);
    expect(await evidenceOf(a, c)).toHaveLength(1);
    expect(await owner.db.distinctPair.count({ where: { OR: [{ oneId: b }, { otherId: b }] } })).toBe(0);
  });

  test("one person twice, unknown and foreign people are refused by their field", async () => {
    const [a, foreign] = [await person({}), await person({}, (await aTenant()).as("owner"))];
    for (const [other, code] of [
      [a, "same_person"],
      [newId(), "unknown_id"],
      [foreign, "unknown_id"],
    ] as const)
      await expect(tellApart(owner, { memberIds: [a, other] })).rejects.toMatchObject({
        issues: [{ path: "memberIds.1", code }],
      });
  });
});

test("P12: nobody but who manages members is told", async () => {
  const id = await person({});
  for (const as of [here.as("marketer"), here.as("agent"), here.as("finance"), here.as({ memberId: id })]) {
    await expect(listSuspicions(as, { limit: 5 })).rejects.toMatchObject({ code: "not_allowed" });
    await expect(listSuspects(as, id)).rejects.toMatchObject({ code: "not_allowed" });
    await expect(tellApart(as, { memberIds: [id, here.ownerMemberId] })).rejects.toMatchObject({
      code: "not_allowed",
    });
  }
});

test("pages hold each pair once; of many with one trait the first five are paired", async () => {
  const there = await aTenant();
  const as = there.as("owner");
  for (let n = 0; n < 7; n++) await person({ name: "Lia Paz", birthdayOn: "1995-05-05" }, as);
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await listSuspicions(as, { limit: 3, cursor });
    seen.push(...page.data.map(({ people }) => people.map(({ id }) => id).join(" ")));
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  expect([seen.length, new Set(seen).size]).toEqual([10, 10]);
});
