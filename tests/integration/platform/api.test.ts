import { describe, expect, test } from "vitest";
import { z } from "zod";
import { serve } from "@/lib/accounts/authenticate-key";
import { createApiKey } from "@/lib/accounts/commands/create-api-key";
import { defineRoute } from "@/lib/platform/http/route-spec";
import { newId } from "@/lib/shared/ids";
import { aTenant, type Neighbour } from "../../support/world";

let runs = 0;
const countRuns = defineRoute({
  method: "POST",
  path: "/test-only",
  scope: "members:write",
  summary: "Counts how often it ran",
  body: z.strictObject({ name: z.string().min(1).max(10), waitMs: z.int().max(2_000).default(0) }),
  response: z.object({ runs: z.int() }),
  status: 201,
  run: async (_ctx, { body }) => {
    runs += 1;
    await new Promise((resolve) => setTimeout(resolve, body.waitMs));
    return { runs };
  },
});
const handler = serve(countRuns);

async function keyOf(tenant: Neighbour, scopes = ["all"]): Promise<string> {
  const input = { name: "test", scopes, staffId: tenant.staff.owner.staffId };
  return (await createApiKey(tenant.as("owner"), input)).key;
}

function post(key: string, body: string, headers: Record<string, string> = {}): Promise<Response> {
  const request = new Request("http://localhost/api/v1/test-only", {
    method: "POST",
    headers: { authorization: `Bearer ${key}`, ...headers },
    body,
  });
  return handler(request, { params: Promise.resolve({}) });
}

describe("the edge of the REST API", () => {
  test("no key, a wrong key and a key of a tenant that is gone answer 401 alike", async () => {
    for (const key of ["", "ald_x", `ald_${"a".repeat(65)}`]) {
      const answer = await post(key, "{}");
      expect(answer.status).toBe(401);
      expect(await answer.json()).toMatchObject({ code: "unauthenticated" });
    }
  });

  test("a missing scope is 403 and named", async () => {
    const answer = await post(await keyOf(await aTenant(), ["members:read"]), '{"name":"a"}');
    expect(answer.status).toBe(403);
    expect((await answer.json()).detail).toContain("members:write");
  });

  test("every wrong field is told at once, by path and code", async () => {
    const answer = await post(await keyOf(await aTenant()), '{"name":"","waitMs":"x","more":1}');
    expect(answer.status).toBe(422);
    expect(answer.headers.get("content-type")).toBe("application/problem+json");
    const { errors } = await answer.json();
    const codes = errors.map((error: { path: string; code: string }) => `${error.path}:${error.code}`);
    expect(codes).toEqual(["name:required", "waitMs:invalid_type", "more:unknown_field"]);
  });

  test("a body that is no JSON is 400", async () => {
    expect((await post(await keyOf(await aTenant()), "{")).status).toBe(400);
  });

  test("the same idempotency key and body run once and answer the same, also at the same time", async () => {
    const key = await keyOf(await aTenant());
    const before = runs;
    const headers = { "idempotency-key": newId() };
    const body = '{"name":"a","waitMs":300}';
    const answers = await Promise.all([
      post(key, body, headers),
      post(key, body, headers),
      post(key, body, headers),
    ]);
    const texts = await Promise.all(answers.map((answer) => answer.text()));
    expect(new Set(texts).size).toBe(1);
    expect(answers.map((answer) => answer.status)).toEqual([201, 201, 201]);
    expect(runs).toBe(before + 1);
  });

  test("the same idempotency key with another body is 409", async () => {
    const key = await keyOf(await aTenant());
    const headers = { "idempotency-key": newId() };
    await post(key, '{"name":"a"}', headers);
    const answer = await post(key, '{"name":"b"}', headers);
    expect(answer.status).toBe(409);
    expect(await answer.json()).toMatchObject({ code: "idempotency_conflict" });
  });

  test("an idempotency key of another tenant is another key", async () => {
    const headers = { "idempotency-key": newId() };
    const before = runs;
    await post(await keyOf(await aTenant()), '{"name":"a"}', headers);
    await post(await keyOf(await aTenant()), '{"name":"a"}', headers);
    expect(runs).toBe(before + 2);
  });

  test("answers tell what is left of the rate limit", async () => {
    const answer = await post(await keyOf(await aTenant()), '{"name":"a"}');
    expect(Number(answer.headers.get("ratelimit-remaining"))).toBe(599);
  });
});
