import { beforeAll, describe, expect, test, vi } from "vitest";
import { z } from "zod";
import { serve } from "@/lib/accounts/authenticate-key";
import { createApiKey } from "@/lib/accounts/commands/create-api-key";
import { decodeCursor, pageQuery } from "@/lib/platform/http/cursor";
import { defineRoute } from "@/lib/platform/http/route-spec";
import { newId } from "@/lib/shared/ids";
import { Refusal } from "@/lib/shared/refusal";
import { aTenant, type Neighbour } from "../../support/world";

// The limiter is made on the first request of this file.
vi.stubEnv("ALDEIA_API_RATE_LIMIT", "4");

let runs = 0;
const upload = defineRoute({
  method: "POST",
  path: "/test-upload",
  scope: "imports:write",
  summary: "Counts uploads",
  bodyKind: "multipart",
  body: z.object({ file: z.file(), kind: z.string() }),
  response: z.object({ runs: z.int() }),
  run: async () => {
    runs += 1;
    return { runs };
  },
});
const file = defineRoute({
  method: "GET",
  path: "/test-file",
  scope: null,
  summary: "Answers a file of its own making",
  response: null,
  run: async () => Response.redirect("http://localhost/elsewhere", 302),
});
const list = defineRoute({
  method: "GET",
  path: "/test-list",
  scope: null,
  summary: "A list without rows",
  query: pageQuery,
  response: z.unknown(),
  run: async (_ctx, { query }) => ({
    data: [],
    nextCursor: query.cursor && decodeCursor(query.cursor, z.tuple([z.uuid()])),
  }),
});
const refuse = defineRoute({
  method: "POST",
  path: "/test-refusal",
  scope: null,
  summary: "Refuses with a number",
  response: null,
  run: async () => {
    throw new Refusal("confirmation_required", { people: 21_504 });
  },
});

let tenant: Neighbour;
beforeAll(async () => {
  tenant = await aTenant();
});

async function aKey(scopes = ["all"]): Promise<string> {
  const input = { name: "test", scopes, staffId: tenant.staff.owner.staffId };
  return (await createApiKey(tenant.as("owner"), input)).key;
}

type Sent = { method?: string; headers?: Record<string, string>; body?: BodyInit };
// biome-ignore lint/suspicious/noExplicitAny: endpoints with different inputs.
function ask(spec: any, key: string, { method = spec.method, headers, body }: Sent = {}, query = "") {
  const request = new Request(`http://localhost/api/v1${spec.path}${query}`, {
    method,
    headers: { authorization: `Bearer ${key}`, ...headers },
    ...(body ? { body } : {}),
  });
  return serve(spec)(request, { params: Promise.resolve({}) });
}

function form(text = "name\nAna\n"): FormData {
  const fields = new FormData();
  fields.set("kind", "members_csv");
  fields.set("file", new Blob([text]), "people.csv");
  return fields;
}

describe("what every answer tells", () => {
  test("what is left of the rate limit stands on files, redirects and refusals too", async () => {
    const key = await aKey(["members:read"]);
    expect((await ask(file, key)).headers.get("ratelimit-remaining")).toBe("3");
    const forbidden = await ask(upload, key, { body: form() });
    expect(forbidden.status).toBe(403);
    expect(forbidden.headers.get("ratelimit-remaining")).toBe("2");
  });

  test("a key over its limit is 429, told when to come back and what the limit is", async () => {
    const key = await aKey();
    for (let asked = 0; asked < 4; asked += 1) await ask(file, key);
    const answer = await ask(file, key);
    expect(answer.status).toBe(429);
    expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(answer.headers.get("ratelimit-limit")).toBe("4");
    expect(answer.headers.get("ratelimit-remaining")).toBe("0");
  });

  test("a replayed answer has them as well", async () => {
    const key = await aKey();
    const headers = { "idempotency-key": newId() };
    await ask(refuse, key, { headers });
    const replayed = await ask(refuse, key, { headers });
    expect(replayed.headers.get("idempotent-replayed")).toBe("true");
    expect(replayed.headers.get("ratelimit-remaining")).toBe("2");
  });

  test("who has no key is told how to show one", async () => {
    expect((await ask(list, "none")).headers.get("www-authenticate")).toBe('Bearer realm="aldeia"');
  });

  test("a refusal's numbers are there for programs, not only in the sentence", async () => {
    expect(await (await ask(refuse, await aKey())).json()).toMatchObject({
      code: "confirmation_required",
      params: { people: 21_504 },
    });
  });

  test("a client that names no language is answered in English", async () => {
    const key = await aKey();
    const texts: string[] = [];
    for (const language of [undefined, "*"]) {
      const answer = await ask(refuse, key, { headers: language ? { "accept-language": language } : {} });
      texts.push((await answer.json()).detail);
    }
    expect(texts[0]).toContain("21,504");
    expect(texts[1]).toBe(texts[0]);
  });
});

describe("what clients get wrong", () => {
  test("an unknown field is told at its own path", async () => {
    const spec = { ...refuse, body: z.strictObject({ name: z.string(), at: z.strictObject({}) }) };
    const body = JSON.stringify({ name: "a", more: 1, at: { deep: 1 } });
    const { errors } = await (await ask(spec, await aKey(), { body })).json();
    expect(errors.map((error: { path: string; code: string }) => [error.path, error.code])).toEqual([
      ["at.deep", "unknown_field"],
      ["more", "unknown_field"],
    ]);
  });

  test("an empty cursor and one that is too long are no cursors of ours", async () => {
    const key = await aKey();
    for (const cursor of ["", "x".repeat(3_000)]) {
      const answer = await ask(list, key, {}, `?cursor=${cursor}`);
      expect([answer.status, (await answer.json()).code]).toEqual([422, "invalid_cursor"]);
    }
  });

  test("an idempotency key without a text is refused at its header", async () => {
    const answer = await ask(refuse, await aKey(), { headers: { "idempotency-key": "" } });
    expect(answer.status).toBe(422);
    expect((await answer.json()).errors[0]).toMatchObject({ path: "Idempotency-Key", code: "required" });
  });
});

describe("the idempotency of uploads", () => {
  test("the same fields and file are the same request, whatever boundary the client draws", async () => {
    const key = await aKey();
    const headers = { "idempotency-key": newId() };
    const before = runs;
    const first = await ask(upload, key, { headers, body: form() });
    const again = await ask(upload, key, { headers, body: form() });
    expect([first.status, again.status]).toEqual([200, 200]);
    expect(runs).toBe(before + 1);
  });

  test("another file is another request", async () => {
    const key = await aKey();
    const headers = { "idempotency-key": newId() };
    await ask(upload, key, { headers, body: form() });
    expect((await ask(upload, key, { headers, body: form("name\nBia\n") })).status).toBe(409);
  });
});
