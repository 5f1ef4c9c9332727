import { beforeAll, describe, expect, test } from "vitest";
import { createAnnouncement } from "@/lib/announcements/commands/create-announcement";
import { sendAnnouncement } from "@/lib/announcements/commands/schedule-announcement";
import { startAnnouncement } from "@/lib/announcements/commands/start-announcement";
import { rehearseAnnouncement } from "@/lib/announcements/queries/rehearse-announcement";
import { createAnnouncementInput } from "@/lib/announcements/schema";
import { recordConsent } from "@/lib/consent/commands/record-consent";
import type { TenantContext } from "@/lib/platform/context";
import { archiveSegment, createSegment, updateSegment } from "@/lib/segments/commands/save-segment";
import { countFilter, countSegment } from "@/lib/segments/queries/count-segment";
import { getSegment } from "@/lib/segments/queries/find-segment";
import { listSegmentMembers } from "@/lib/segments/queries/list-segment-members";
import { listSegments } from "@/lib/segments/queries/list-segments";
import { segmentFilter } from "@/lib/segments/schema";
import { newId } from "@/lib/shared/ids";
import { aCommunity, people } from "../../support/village-rooms";
import { aTenant, type Neighbour } from "../../support/world";

let house: Neighbour;
let ctx: TenantContext;
let vila: { id: string; groups: string[] };
let other: { id: string; groups: string[] };
let ids: string[];

// Ten people of Vila: 0–4 in its group, 0 and 1 tagged "VIP", 1 and 2 "novo"; 3 has a field; 4 an e-mail.
beforeAll(async () => {
  house = await aTenant();
  ctx = { ...house.as("owner"), now: new Date() };
  vila = await aCommunity(ctx, ["a"]);
  other = await aCommunity(ctx, ["b"]);
  ids = await people(ctx, vila.id, 10, (n) => (n < 5 ? vila.groups : []));
  await people(ctx, other.id, 3);
  const change = (n: number, data: object) => ctx.db.member.updateMany({ where: { id: ids[n] ?? "" }, data });
  await change(0, { tags: ["VIP"], locale: "pt-BR" });
  await change(1, { tags: ["vip", "Novo"], locale: "en" });
  await change(2, { tags: ["novo"], createdAt: new Date("2020-01-01") });
  await change(3, { fields: { plano: "Ouro", compras: "12", ativo: true } });
  const value = "ana@casa.example";
  await ctx.db.identifier.create({
    data: { id: newId(), memberId: ids[4] ?? "", kind: "email", value, canonical: value },
  });
});

const count = (filter: object, as = ctx) => countFilter(as, segmentFilter.parse(filter));
const countOf = async (as: TenantContext, id: string) => countSegment(as, await getSegment(as, id));
const places = async (filter: object) => {
  const { id } = await createSegment(ctx, {
    name: "x",
    filter: segmentFilter.parse({ communityId: vila.id, ...filter }),
  });
  const { data } = await listSegmentMembers(ctx, id, { limit: 50 });
  return data.map((member) => ids.indexOf(member.id)).sort((a, b) => a - b);
};

describe("a filter finds those for whom all of it holds", () => {
  test.each([
    [{}, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]],
    [{ tag: "vip" }, [0, 1]],
    [{ tagsAll: ["vip", "novo"] }, [1]],
    [{ tagsAny: ["vip", "NOVO"] }, [0, 1, 2]],
    [{ tagsAny: ["vip", "novo"], tagsNone: ["vip"] }, [2]],
    [{ tagsNone: ["vip", "novo"], groupIds: "vila" }, [3, 4]],
    [{ notGroupIds: "vila" }, [5, 6, 7, 8, 9]],
    [{ locale: "pt" }, [0]],
    [{ has: ["email"] }, [4]],
    [{ lacks: ["email"], groupIds: "vila" }, [0, 1, 2, 3]],
    [{ addedBefore: "2021-01-01" }, [2]],
    [{ addedWithinDays: 2, groupIds: "vila" }, [0, 1, 3, 4]],
    [{ fields: [{ key: "plano", test: "is", value: "OURO" }] }, [3]],
    [{ fields: [{ key: "plano", test: "contains", value: "our" }] }, [3]],
    [{ fields: [{ key: "compras", test: "at_least", value: 9 }] }, [3]],
    [{ fields: [{ key: "compras", test: "at_most", value: 9 }] }, []],
    [{ fields: [{ key: "ativo", test: "is", value: true }] }, [3]],
    [{ fields: [{ key: "plano", test: "is_set" }] }, [3]],
    [{ fields: [{ key: "plano", test: "is_not_set" }], groupIds: "vila" }, [0, 1, 2, 4]],
    [{ fields: [{ key: "plano", test: "contains", value: "%" }] }, []],
    [{ q: "ana@casa" }, [4]],
  ])("%o", async (filter, wanted) => {
    const named = Object.fromEntries(
      Object.entries(filter).map(([name, value]) => [name, value === "vila" ? vila.groups : value]),
    );
    expect(await places(named)).toEqual(wanted);
  });

  test("what somebody said of a channel, last word and `all` included", async () => {
    const say = (n: number, channel: "email" | "all", granted: boolean) =>
      recordConsent(ctx, ids[n] ?? "", { channel, purpose: "promotions", granted });
    await say(5, "email", true);
    await say(6, "all", false);
    const consent = (said: string) => ({ consent: { channel: "email", purpose: "promotions", said } });
    expect(await places(consent("yes"))).toEqual([5]);
    expect(await places(consent("no"))).toEqual([6]);
    expect(await places({ ...consent("nothing"), notGroupIds: vila.groups })).toEqual([7, 8, 9]);
  });

  test("everybody, without conditions", async () => {
    // The owner is a member too.
    expect(await count({})).toBe(14);
  });
});

describe("P12: nobody learns by a segment what they may not see", () => {
  test("a marketer counts people of the granted communities, and only by what shows there", async () => {
    const marketer = house.as("marketer", [vila.id]);
    expect(await count({}, marketer)).toBe(10);
    expect(await count({ tag: "vip" }, marketer)).toBe(2);
    for (const filter of [
      { q: "ana" },
      { has: ["email"] },
      { lacks: ["phone"] },
      { consent: { channel: "email", purpose: "promotions", said: "yes" } },
    ])
      await expect(count(filter, marketer)).rejects.toMatchObject({ issues: [{ code: "not_yours_to_ask" }] });
  });

  test("T3, R2: a place that is not theirs is one that does not exist", async () => {
    const marketer = house.as("marketer", [vila.id]);
    const there = (await aCommunity((await aTenant()).as("owner"))).id;
    for (const [as, communityId] of [
      [marketer, other.id],
      [ctx, there],
      [ctx, newId()],
    ] as const)
      await expect(count({ communityId }, as)).rejects.toMatchObject({ issues: [{ code: "unknown_id" }] });
  });

  test("a segment about contacts is hidden from those who do not see them, and nobody else changes one", async () => {
    const contacts = await createSegment(ctx, {
      name: "Com e-mail",
      filter: segmentFilter.parse({ has: ["email"] }),
    });
    const plain = await createSegment(ctx, { name: "VIP", filter: segmentFilter.parse({ tag: "vip" }) });
    const marketer = house.as("marketer", [vila.id]);
    const seen = (await listSegments(marketer, { limit: 100 })).data.map(({ id }) => id);
    expect([seen.includes(contacts.id), seen.includes(plain.id)]).toEqual([false, true]);
    await expect(getSegment(marketer, contacts.id)).rejects.toMatchObject({ code: "not_found" });
    await expect(updateSegment(marketer, plain.id, { name: "Meu" })).rejects.toMatchObject({
      code: "not_allowed",
    });
    const own = await createSegment(marketer, { name: "Meu", filter: segmentFilter.parse({}) });
    expect((await updateSegment(marketer, own.id, { name: "Nosso" })).name).toBe("Nosso");
    await expect(count({}, house.as("finance"))).rejects.toMatchObject({ code: "not_allowed" });
  });
});

describe("P12: a segment tells nobody of places that are not theirs", () => {
  const named = async (filter: object, as = ctx) =>
    (await createSegment(as, { name: "Lugares", filter: segmentFilter.parse(filter) })).id;
  const readsIt = async (as: TenantContext, id: string) => {
    const listed = (await listSegments(as, { limit: 100 })).data.some((segment) => segment.id === id);
    const got = await getSegment(as, id).then(
      () => true,
      () => false,
    );
    return [listed, got];
  };

  test.each([
    ["communityId"],
    ["communityIds"],
    ["notCommunityIds"],
    ["groupId"],
    ["groupIds"],
    ["notGroupIds"],
  ])("%s of a community that was not granted: the segment does not exist", async (condition) => {
    const ofGroup = condition.toLowerCase().includes("group");
    const [theirs, hidden] = ofGroup ? [vila.groups[0], other.groups[0]] : [vila.id, other.id];
    const filter = (id?: string) => ({ [condition]: condition.endsWith("s") ? [id] : id });
    const marketer = house.as("marketer", [vila.id]);
    const segmentId = await named(filter(hidden));
    expect(await readsIt(marketer, segmentId)).toEqual([false, false]);
    expect(await readsIt(ctx, segmentId)).toEqual([true, true]);
    expect(await readsIt(marketer, await named(filter(theirs)))).toEqual([true, true]);
    const audience = { kind: "segment", segmentId };
    await expect(
      createAnnouncement(
        marketer,
        createAnnouncementInput.parse({ communityIds: [vila.id], body: "Oi", audience }),
      ),
    ).rejects.toMatchObject({ issues: [{ path: "audience.segmentId", code: "unknown_id" }] });
  });

  test("R7: with the grant goes the segment, its maker's too", async () => {
    const id = await named({ communityId: vila.id }, house.as("marketer", [vila.id]));
    expect(await readsIt(house.as("marketer", [other.id]), id)).toEqual([false, false]);
  });

  test("a place that is gone has nobody in it, is named as gone, and can be taken out", async () => {
    const gone = await aCommunity(ctx);
    const marketer = house.as("marketer", [vila.id, gone.id]);
    const mine = await named({ communityIds: [vila.id, gone.id], tag: "vip" }, marketer);
    const only = await named({ communityIds: [gone.id] });
    const without = await named({ communityId: vila.id, notCommunityIds: [gone.id] });
    await ctx.db.community.deleteMany({ where: { id: gone.id } });
    const counts = await Promise.all([mine, only, without].map((id) => countOf(ctx, id)));
    expect(counts).toEqual([2, 0, 10]);
    expect((await getSegment(ctx, mine)).places).toEqual([
      { condition: "communityIds", id: vila.id, name: "Vila" },
      { condition: "communityIds", id: gone.id, name: null },
    ]);
    expect((await listSegmentMembers(ctx, only, { limit: 5 })).data).toEqual([]);
    // Its maker may mend it, other marketers do not see it.
    expect(await readsIt(marketer, mine)).toEqual([true, true]);
    expect(await readsIt(marketer, only)).toEqual([false, false]);
    await expect(
      updateSegment(ctx, only, { filter: (await getSegment(ctx, only)).filter }),
    ).rejects.toMatchObject({ issues: [{ path: "filter.communityIds", code: "unknown_id" }] });
    const mended = await updateSegment(marketer, mine, { filter: segmentFilter.parse({ tag: "vip" }) });
    expect(mended.places).toEqual([]);
  });
});

describe("R6: the audit keeps what was done to segments, nothing of people", () => {
  const events = (id: string) =>
    ctx.db.auditEvent.findMany({
      where: { subjectId: id },
      orderBy: { id: "asc" },
      select: { action: true, details: true, before: true, after: true },
    });

  test("made, changed, archived; a change that changes nothing is none", async () => {
    const before = { tag: "vip", q: "ana@casa.example" };
    const { id } = await createSegment(ctx, { name: "Vizinhos", filter: segmentFilter.parse(before) });
    await updateSegment(ctx, id, { name: "Vizinhos", filter: segmentFilter.parse(before) });
    await updateSegment(ctx, id, { filter: segmentFilter.parse({ q: "bia", groupIds: vila.groups }) });
    await updateSegment(ctx, id, { filter: segmentFilter.parse({ q: "caio", groupIds: vila.groups }) });
    await archiveSegment(ctx, id);
    const found = await events(id);
    expect(found.map(({ action, details }) => [action, details])).toEqual([
      ["segment.created", {}],
      ["segment.updated", { changed: ["q", "tag", "groupIds"] }],
      ["segment.updated", { changed: ["q"] }],
      ["segment.archived", {}],
    ]);
    expect(found[1]).toMatchObject({
      before: { tag: true, groupIds: null },
      after: { tag: null, groupIds: vila.groups },
    });
    expect(JSON.stringify(found)).not.toMatch(/vip|ana@casa|bia|caio/);
  });
});

describe("A3: an announcement to a segment", () => {
  const draft = (audience: object, as = ctx) =>
    createAnnouncement(as, createAnnouncementInput.parse({ communityIds: [vila.id], body: "Oi", audience }));
  const segmentOf = async (filter: object) =>
    (await createSegment(ctx, { name: "s", filter: segmentFilter.parse(filter) })).id;

  test("is for those of the communities whom it finds when it starts, minus those of excluded ones", async () => {
    const [tagged, novos] = [await segmentOf({ tagsAny: ["vip", "novo"] }), await segmentOf({ tag: "novo" })];
    const { id } = await draft({ kind: "segment", segmentId: tagged, exclude: { segmentIds: [novos] } });
    expect(await rehearseAnnouncement(ctx, id)).toMatchObject({
      people: 1,
      considered: 3,
      buckets: [{ reason: "excluded", count: 2 }],
    });
    await ctx.db.member.updateMany({ where: { id: ids[9] ?? "" }, data: { tags: ["VIP"] } });
    await sendAnnouncement(ctx, id, { undoSeconds: 0 });
    await archiveSegment(ctx, tagged);
    await startAnnouncement(ctx, id);
    const rows = await ctx.db.delivery.findMany({
      where: { memberId: { in: ids } },
      select: { memberId: true },
    });
    expect(rows.map(({ memberId }) => ids.indexOf(memberId)).sort()).toEqual([0, 9]);
    await ctx.db.member.updateMany({ where: { id: ids[9] ?? "" }, data: { tags: [] } });
  });

  test("one that is gone, foreign or not theirs to ask is refused by its field", async () => {
    const issue = { issues: [{ path: "audience.segmentId", code: "unknown_id" }] };
    await expect(draft({ kind: "segment", segmentId: newId() })).rejects.toMatchObject(issue);
    const contacts = await segmentOf({ has: ["email"] });
    await expect(
      draft({ kind: "segment", segmentId: contacts }, house.as("marketer", [vila.id])),
    ).rejects.toMatchObject(issue);
    expect(
      createAnnouncementInput.safeParse({ communityIds: [vila.id], body: "x", audience: { kind: "segment" } })
        .success,
    ).toBe(false);
  });
});
