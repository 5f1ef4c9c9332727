import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { answerRefusedMethod } from "@/server/api-methods";

// What Next does with a method that a route handler does not export.
const server = createServer(async (asked, response) => {
  if (await answerRefusedMethod(asked, response)) return;
  response.statusCode = asked.method === "GET" ? 200 : 405;
  response.end();
});
beforeAll(() => new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve)));
afterAll(() => void server.close());

function ask(
  method: string,
  path: string,
): Promise<{ status: number; type: string; allow: string; text: string }> {
  const { port } = server.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    const asked = request({ port, host: "127.0.0.1", method, path }, (response) => {
      let text = "";
      response.on("data", (chunk: Buffer) => {
        text += chunk.toString();
      });
      response.on("end", () => {
        const { "content-type": type = "", allow = "" } = response.headers;
        resolve({ status: response.statusCode ?? 0, type, allow, text });
      });
    });
    asked.on("error", reject).end();
  });
}

test("a method that an endpoint does not have is a problem that names those it has", async () => {
  const answer = await ask("DELETE", "/api/v1/communities?limit=1");
  expect(answer).toMatchObject({ status: 405, type: "application/problem+json" });
  expect(answer.allow.split(", ").sort()).toEqual(["GET", "HEAD", "OPTIONS", "POST"]);
  expect(JSON.parse(answer.text)).toMatchObject({ code: "method_not_allowed", status: 405, errors: [] });
});

test("the methods are those of the path with its ids", async () => {
  const { allow } = await ask("PUT", "/api/v1/groups/01990000-0000-7000-8000-000000000000/members/x");
  expect(allow.split(", ").sort()).toEqual(["DELETE", "OPTIONS", "PATCH"]);
});

test("a method that nothing knows is refused alike, before Next sees it", async () => {
  for (const method of ["TRACE", "PROPFIND"]) {
    expect(await ask(method, "/api/v1/me")).toMatchObject({ status: 405, type: "application/problem+json" });
    expect((await ask(method, "/entrar")).status).toBe(405);
  }
});

test("what an endpoint answers passes untouched", async () => {
  expect(await ask("GET", "/api/v1/communities")).toMatchObject({ status: 200, text: "" });
  expect(await ask("POST", "/entrar")).toMatchObject({ status: 405, text: "" });
});
