import { beforeAll, describe, expect, test } from "vitest";
import { aTenant } from "../../support/world";
import { callApi } from "../matrix/call-api";
import { drawPage, textsOf } from "./draw-page";
import { toldIn } from "./told";
import { type Onlooker, onlookersOf } from "./viewers";
import { aLivedVillage, type LivedVillage, PATIENCE_MS } from "./village-life";
import { Watch } from "./watch";

// The harness sees what it is there to see: a watch that is blind would find every product in order.
let village: LivedVillage;
let onlookers: Onlooker[];
const as = (kind: string) => onlookers.find((onlooker) => onlooker.kind === kind) as Onlooker;

beforeAll(async () => {
  village = await aLivedVillage(12);
  onlookers = await onlookersOf(village, await aTenant());
}, PATIENCE_MS);

describe("A marker is found", () => {
  const factsIn = (text: string) =>
    toldIn(text, village.people).map(({ person, fact }) => `${fact} ${person.index}`);

  test.each<[string, (phone: string) => string]>([
    ["in E.164", (phone) => phone],
    ["as digits", (phone) => phone.slice(1)],
    ["without the country", (phone) => phone.slice(3)],
    ["in groups", (phone) => `+55 ${phone.slice(3, 5)} ${phone.slice(5, 10)}-${phone.slice(10)}`],
    ["with brackets", (phone) => `(${phone.slice(3, 5)}) ${phone.slice(5, 10)}.${phone.slice(10)}`],
    ["within a chat's address", (phone) => `https://wa.me/${phone.slice(1)}?text=oi`],
    ["in the place of a list", (phone) => Buffer.from(JSON.stringify(["name", phone])).toString("base64url")],
  ])("in a phone %s", (_, write) => {
    expect(factsIn(write(village.people[1]?.phone ?? ""))).toContain("phone 1");
  });

  test("in names of any case, ids, masks, photos, years, tags, fields and notes", () => {
    const { id, name, phone, photoFileId, birthdayOn, tag, field, note, email } =
      village.people[2] ?? village.former;
    const text = `${name.toUpperCase()} ${id} •••${phone.slice(-2)} /files/x/${photoFileId} ${birthdayOn} ${tag} ${field} ${note} ${email}`;
    expect(factsIn(text)).toEqual(
      ["id", "name", "mask", "photo", "contact", "birthday", "tags", "notes"].map((fact) => `${fact} 2`),
    );
  });

  test("in nothing else of the product", async () => {
    const { text } = await callApi("GET /plans", as("owner").key);
    expect(factsIn(text)).toEqual([]);
  });
});

test("what is hidden from a viewer, and what a row does not speak of, are problems", () => {
  const watch = new Watch(village);
  const text = village.former.name;
  watch.hear({ way: "a leaky way", tells: "names", text }, as("finance"));
  watch.hear({ way: "a talkative way", tells: "nobody", text }, as("owner"));
  watch.hear({ way: "a way that repeats", tells: "nobody", text, asked: text }, as("finance"));
  expect(watch.problems).toEqual([
    `a leaky way tells finance the name of ${village.former.index}, which is hidden`,
    `a talkative way tells owner the name of ${village.former.index}, and its row says nobody`,
  ]);
});

test("what is handed to components of the browser counts, drawn there or not", async () => {
  const Browser = { $$typeof: Symbol.for("react.client.reference") };
  const element = (type: unknown, props: object) => ({
    $$typeof: Symbol.for("react.transitional.element"),
    type,
    props,
  });
  const Server = async ({ name }: { name: string }) => element(Browser, { list: [{ hidden: name }] });
  const drawn = await textsOf(element("main", { children: element(Server, { name: village.former.name }) }));
  expect(drawn).toContain(village.former.name);
  await expect(drawPage("/nowhere", { params: {} })).rejects.toThrow("no page");
});
