import { describe, expect, test } from "vitest";
import { GET as listMessages, POST as postMessage } from "@/app/api/v1/groups/[id]/messages/route";
import { GET as getImport, PATCH as reviewImport } from "@/app/api/v1/imports/[id]/route";
import { POST as undoImport } from "@/app/api/v1/imports/[id]/undo/route";
import { GET as listImports, POST as startImport } from "@/app/api/v1/imports/route";
import { PATCH as editMessage, DELETE as removeMessage } from "@/app/api/v1/messages/[id]/route";
import { createApiKey } from "@/lib/accounts/commands/create-api-key";
import { newId } from "@/lib/shared/ids";
import { aMember, aWorld, type Neighbour } from "../../support/world";
import { aPlace, work } from "./given";

type Handler = (request: Request, given: { params: Promise<Record<string, string>> }) => Promise<Response>;

async function keyOf(tenant: Neighbour): Promise<string> {
  const input = { name: "test", scopes: ["all"], staffId: tenant.staff.owner.staffId };
  return (await createApiKey(tenant.as("owner"), input)).key;
}

async function call(
  key: string,
  handler: Handler,
  given: { method?: string; id?: string; body?: unknown; query?: string } = {},
) {
  const { method = "GET", id, body, query = "" } = given;
  const isForm = body instanceof FormData;
  const request = new Request(`http://localhost/api/v1/x${query}`, {
    method,
    headers: { authorization: `Bearer ${key}` },
    ...(body !== undefined && { body: isForm ? body : JSON.stringify(body) }),
  });
  const answer = await handler(request, { params: Promise.resolve(id ? { id } : {}) });
  const text = await answer.text();
  return { status: answer.status, body: text === "" ? null : JSON.parse(text) };
}

function upload(text: string, fields: Record<string, string>): FormData {
  const form = new FormData();
  form.set("file", new File([text], "pessoas.csv", { type: "text/csv" }));
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}

describe("imports over the API", () => {
  test("an upload is accepted, worked off, read, listed and taken back", async () => {
    const { here, there } = await aWorld();
    const [key, foreign] = await Promise.all([keyOf(here), keyOf(there)]);
    const { groupId } = await aPlace(here);
    const body = upload("name,phone\nAna,+5511980000001\nX,\n", { kind: "members_csv", groupId });
    const queued = await call(key, startImport, { method: "POST", body });
    expect(queued).toMatchObject({
      status: 202,
      body: { status: "queued", errors: [], counts: { rows: 0 } },
    });
    const { id } = queued.body;
    await work(here, id);
    const done = await call(key, getImport, { id });
    expect(done).toMatchObject({
      status: 200,
      body: {
        status: "done",
        counts: { rows: 2, created: 1, updated: 0, unchanged: 0, skipped: 1, messages: 0 },
        errors: [{ row: 3, code: "identifier_missing", message: expect.stringContaining("missing") }],
      },
    });
    expect((await call(key, listImports)).body).toMatchObject({ data: [{ id }], nextCursor: null });
    for (const unknown of [id, newId(), "x"])
      expect((await call(foreign, getImport, { id: unknown })).status).toBe(404);
    expect((await call(foreign, undoImport, { method: "POST", id })).status).toBe(404);
    expect(
      (await call(key, reviewImport, { method: "PATCH", id, body: { dateOrder: "dmy" } })).body,
    ).toMatchObject({
      status: 409,
      code: "illegal_transition",
    });
    expect((await call(key, undoImport, { method: "POST", id })).body).toMatchObject({ status: "undone" });
  });

  test("wrong fields are told by path: 422, never 500", async () => {
    const { here, there } = await aWorld();
    const key = await keyOf(here);
    const { communityId } = await aPlace(there);
    const text = "name,phone\nAna,+5511980000001\n";
    const wrong: [Record<string, string>, string][] = [
      [{ kind: "x" }, "kind:invalid_choice"],
      [{ kind: "members_csv", communityId }, "communityId:unknown_id"],
      [{ kind: "members_csv", groupId: newId() }, "groupId:unknown_id"],
      [{ kind: "members_csv", groupId: "1" }, "groupId:unknown_id"],
      [{ kind: "whatsapp_chat" }, "groupId:group_required"],
      [{ kind: "members_csv", timezone: "Mars/One" }, "timezone:invalid_timezone"],
      [{ kind: "members_csv", mapping: "{" }, "mapping:invalid_json"],
      [{ kind: "members_csv", dateOrder: "x" }, "dateOrder:invalid_choice"],
      [{ kind: "members_csv", dryRun: "maybe" }, "dryRun:invalid_choice"],
      [{ kind: "members_csv", nonsense: "1" }, "nonsense:unknown_field"],
    ];
    for (const [fields, code] of wrong) {
      const { status, body } = await call(key, startImport, { method: "POST", body: upload(text, fields) });
      expect([
        status,
        ...body.errors.map((each: { path: string; code: string }) => `${each.path}:${each.code}`),
      ]).toEqual([422, code]);
    }
    const empty = await call(key, startImport, { method: "POST", body: upload("", { kind: "members_csv" }) });
    expect(empty.body.errors).toMatchObject([{ path: "file", code: "file_empty" }]);
    expect((await call(key, startImport, { method: "POST", body: { kind: "members_csv" } })).status).toBe(
      422,
    );
  });
});

describe("messages over the API", () => {
  test("a key posts as its user and for members of the group, edits, removes", async () => {
    const { here, there } = await aWorld();
    const key = await keyOf(here);
    const { groupId } = await aPlace(here);
    const { groupId: foreignGroup } = await aPlace(there);
    const stranger = await aMember(here.tenantId);
    const foreigner = await aMember(there.tenantId);
    const post = (body: unknown, id = groupId) => call(key, postMessage, { method: "POST", id, body });
    const own = await post({ body: " oi " });
    expect(own).toMatchObject({
      status: 201,
      body: { authorId: here.ownerMemberId, body: "oi", kind: "text", replyTo: null, removedAt: null },
    });
    expect(await post({ body: "x", authorId: stranger })).toMatchObject({
      status: 409,
      body: { code: "not_a_member" },
    });
    expect((await post({ body: "x", authorId: foreigner })).body.errors).toMatchObject([
      { path: "authorId", code: "unknown_id" },
    ]);
    expect((await post({ body: "x", replyTo: newId() })).status).toBe(422);
    expect((await post({ body: " " })).body.errors).toMatchObject([{ path: "body", code: "required" }]);
    expect((await post({ body: "x" }, foreignGroup)).status).toBe(404);
    expect((await post({ wrong: 1 }, foreignGroup)).status).toBe(404);
    const { id } = own.body;
    const edited = await call(key, editMessage, { method: "PATCH", id, body: { body: "olá" } });
    expect(edited).toMatchObject({ status: 200, body: { body: "olá", editedAt: expect.any(String) } });
    expect((await call(key, removeMessage, { method: "DELETE", id })).status).toBe(204);
    const list = await call(key, listMessages, { id: groupId, query: "?limit=1" });
    expect(list.body).toMatchObject({
      data: [{ id, body: "", removedBy: here.ownerMemberId }],
      nextCursor: null,
    });
    expect((await call(key, listMessages, { id: groupId, query: "?limit=0" })).status).toBe(422);
  });
});
