import { beforeAll, describe, expect, test } from "vitest";
import { GET as listConsents, POST as recordConsent } from "@/app/api/v1/members/[id]/consents/route";
import { DELETE, GET as getMember, PATCH } from "@/app/api/v1/members/[id]/route";
import { GET as getVisibility } from "@/app/api/v1/members/[id]/visibility/route";
import { POST as createMember, GET as listMembers } from "@/app/api/v1/members/route";
import { createApiKey } from "@/lib/accounts/commands/create-api-key";
import { newId } from "@/lib/shared/ids";
import { aTenant, type Neighbour } from "../../support/world";

type Handler = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>;
type Call = { id?: string; query?: string; body?: unknown; viewAs?: string | undefined; key?: string };
// biome-ignore lint/suspicious/noExplicitAny: answers of many shapes, each looked at by its test.
type Answer = { status: number; json: any };

let here: Neighbour;
let key = "";
const ids: Record<string, string> = {};
const of = (name: string) => ids[name] ?? "";
const [communityId, groupId] = [newId(), newId()];

async function call(
  handler: Handler,
  { id = "", query = "", body, viewAs, key: other }: Call,
): Promise<Answer> {
  const request = new Request(`http://x/api/v1/members${query}`, {
    method: body === undefined ? "GET" : "POST",
    headers: { authorization: `Bearer ${other ?? key}`, ...(viewAs ? { "aldeia-view-as": viewAs } : {}) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const response = await handler(request, { params: Promise.resolve({ id }) });
  const text = await response.text();
  return { status: response.status, json: text ? JSON.parse(text) : null };
}

beforeAll(async () => {
  here = await aTenant();
  const owner = here.as("owner");
  key = (await createApiKey(owner, { name: "tests", scopes: ["all"], staffId: here.staff.owner.staffId }))
    .key;
  for (const [index, name] of ["Ana", "Bia", "Caio"].entries()) {
    const body = {
      name,
      identifiers: [{ kind: "phone", value: `1197777000${index}` }],
      tags: ["vip"],
      locale: "pt-BR",
      timezone: "America/Sao_Paulo",
    };
    const { status, json } = await call(createMember, { body });
    expect(status).toBe(201);
    ids[name] = json.id;
  }
  await owner.db.community.create({ data: { id: communityId, name: "Casa", memberCount: 3, adminCount: 1 } });
  await owner.db.lane.create({ data: { communityId, number: 1, memberCount: 3 } });
  await owner.db.group.create({ data: { id: groupId, communityId, name: "Sala", memberCount: 2 } });
  for (const name of ["Ana", "Bia", "Caio"]) {
    const role = name === "Caio" ? "admin" : "member";
    await owner.db.communityMember.create({ data: { communityId, memberId: of(name), role } });
  }
  for (const name of ["Ana", "Bia"])
    await owner.db.groupMember.create({ data: { communityId, groupId, memberId: of(name) } });
});

describe("/members", () => {
  test("a person is created, read, listed and changed", async () => {
    const { json } = await call(getMember, { id: of("Ana") });
    expect(json).toMatchObject({
      name: "Ana",
      identifiers: [{ kind: "phone", value: "+5511977770000" }],
      locale: "pt-BR",
      tags: ["vip"],
    });
    const body = { identifiers: [{ kind: "phone", value: "+551177770000" }], tags: ["a"], locale: null };
    const changed = await call(PATCH, { id: of("Ana"), body });
    expect(changed.json).toMatchObject({ name: "Ana", tags: ["a"], locale: null });
    expect(changed.json.identifiers).toEqual([{ kind: "phone", value: "+551177770000" }]);
    const list = await call(listMembers, { query: "?limit=2" });
    expect(list.json.data).toHaveLength(2);
    expect(list.json.nextCursor).toEqual(expect.any(String));
  });

  test("bad input is told at its field, never a 500", async () => {
    const duplicate = { name: "X", identifiers: [{ kind: "phone", value: "+5511977770001" }] };
    const bodies: [unknown, number, string, string | undefined][] = [
      [duplicate, 409, "duplicate_identifier", "identifiers.0.value"],
      [
        { name: "X", identifiers: [{ kind: "phone", value: "abc" }] },
        422,
        "invalid_input",
        "identifiers.0.value",
      ],
      [{ name: "X", identifiers: [{ kind: "fax", value: "1" }] }, 422, "invalid_input", "identifiers.0.kind"],
      [{ name: "é".repeat(101) }, 422, "name_too_long", "name"],
      [{ name: "x".repeat(1_000_000) }, 422, "invalid_input", "name"],
      [{ name: "\u0000" }, 422, "invalid_input", "name"],
      [{}, 422, "invalid_input", "name"],
      [{ name: "X", timezone: "Mars/Base" }, 422, "invalid_input", "timezone"],
      [{ name: "X", locale: "??" }, 422, "invalid_input", "locale"],
      [{ name: "X", fields: { a: { b: 1 } } }, 422, "invalid_input", "fields.a"],
      [{ name: "X", role: "owner" }, 422, "invalid_input", "role"],
      [[], 422, "invalid_input", ""],
    ];
    for (const [body, status, code, path] of bodies) {
      const answer = await call(createMember, { body });
      expect([answer.status, answer.json.code, answer.json.errors[0]?.path]).toEqual([status, code, path]);
    }
    expect((await call(listMembers, { query: "?limit=201" })).status).toBe(422);
    expect((await call(listMembers, { query: "?cursor=x" })).json.code).toBe("invalid_cursor");
  });

  test("P15: visibility says what a viewer sees, and the rules that grant it", async () => {
    const ask = async (subject: string, viewer: string) =>
      (await call(getVisibility, { id: subject, query: `?viewer=${viewer}` })).json;
    expect(await ask(of("Bia"), of("Ana"))).toMatchObject({
      visible: { name: true, phone: true, photo: true, details: false },
      reasons: ["shares group Sala"],
    });
    expect(await ask(of("Caio"), of("Ana"))).toMatchObject({
      visible: { name: true, phone: false, photo: true, details: false },
      reasons: ["is in community Casa, which this person administers"],
    });
    expect(await ask(here.ownerMemberId, of("Ana"))).toMatchObject({
      visible: { name: false, phone: false, photo: false, details: false },
      reasons: [],
    });
    const unknown = await call(getVisibility, { id: of("Bia"), query: `?viewer=${newId()}` });
    expect([unknown.status, unknown.json.errors[0]?.path]).toEqual([422, "viewer"]);
  });
});

describe("Aldeia-View-As", () => {
  test("answers are those of the member: hidden people are absent from lists, 404 by id, and not found by search", async () => {
    const viewAs = of("Ana");
    const { json } = await call(listMembers, { viewAs });
    expect(json.data.map(({ name }: { name: string }) => name).sort()).toEqual(["Ana", "Bia", "Caio"]);
    expect(json.data.find(({ name }: { name: string }) => name === "Caio")).toMatchObject({
      identifiers: [],
      tags: [],
      timezone: null,
    });
    expect((await call(getMember, { viewAs, id: here.ownerMemberId })).status).toBe(404);
    const query = "?q=977770002";
    expect((await call(listMembers, { query })).json.data).toHaveLength(1);
    expect((await call(listMembers, { query, viewAs })).json.data).toHaveLength(0);
    expect((await call(listConsents, { viewAs, id: of("Bia") })).status).toBe(403);
    expect((await call(listConsents, { viewAs, id: of("Ana") })).status).toBe(200);
  });

  test("it only reads, needs its scope and a member of this tenant, and is audited", async () => {
    const write = await call(createMember, { viewAs: of("Ana"), body: { name: "X" } });
    expect([write.status, write.json.code]).toEqual([403, "see_as_is_read_only"]);
    const there = await aTenant();
    for (const viewAs of [newId(), "nobody", there.ownerMemberId]) {
      expect((await call(listMembers, { viewAs })).status).toBe(404);
    }
    const reader = await createApiKey(here.as("owner"), {
      name: "reader",
      scopes: ["members:read"],
      staffId: here.staff.owner.staffId,
    });
    const denied = await call(listMembers, { viewAs: of("Ana"), key: reader.key });
    expect([denied.status, denied.json.code]).toEqual([403, "forbidden"]);
    const looks = await here.as("owner").db.auditEvent.count({
      where: { action: "member.seen_as", subjectId: of("Ana") },
    });
    expect(looks).toBe(1);
  });
});

describe("consent (P16)", () => {
  test("the ledger keeps every entry; the latest stands, one for all channels included", async () => {
    const record = (channel: string, granted: boolean) =>
      call(recordConsent, { id: of("Bia"), body: { channel, purpose: "promotions", granted } });
    const standing = async () => {
      const rows = await here.as("owner").db.$queryRaw<{ channel: string; granted: boolean }[]>`
        SELECT channel, granted FROM consent_current WHERE member_id = ${of("Bia")}::uuid ORDER BY channel`;
      return rows.filter(({ granted }) => granted).map(({ channel }) => channel);
    };
    expect((await record("email", true)).status).toBe(201);
    expect(await standing()).toEqual(["email"]);
    await record("all", false);
    expect(await standing()).toEqual([]);
    await record("whatsapp", true);
    expect(await standing()).toEqual(["whatsapp"]);
    const { json } = await call(listConsents, { id: of("Bia"), query: "?limit=2" });
    expect(json.data.map(({ channel }: { channel: string }) => channel)).toEqual(["whatsapp", "all"]);
    expect(json.data[0]).toMatchObject({ granted: true, purpose: "promotions", source: "api" });
    const rest = await call(listConsents, { id: of("Bia"), query: `?limit=2&cursor=${json.nextCursor}` });
    expect(rest.json.data).toHaveLength(1);
  });
});

describe("deleting a person", () => {
  test("H4: the last admin stays; anybody else leaves every room, and every count is right", async () => {
    const refused = await call(DELETE, { id: of("Caio"), body: {} });
    expect([refused.status, refused.json.code]).toEqual([409, "last_admin"]);
    expect((await call(DELETE, { id: of("Bia"), body: {} })).status).toBe(204);
    expect((await call(getMember, { id: of("Bia") })).status).toBe(404);
    const { db } = here.as("owner");
    const house = await db.community.findFirst({ where: { id: communityId }, select: { memberCount: true } });
    const room = await db.group.findFirst({ where: { id: groupId }, select: { memberCount: true } });
    expect([house?.memberCount, room?.memberCount]).toEqual([2, 1]);
    expect(await db.identifier.count({ where: { memberId: of("Bia") } })).toBe(0);
  });
});
