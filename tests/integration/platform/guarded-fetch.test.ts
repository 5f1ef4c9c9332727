import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Guard, guardedFetch } from "@/lib/platform/http/guarded-fetch";
import { isPublicAddress } from "@/lib/platform/http/public-address";

/** The one that may be asked, and one of the inside that may not; both of this machine. */
let open: Server;
let inside: Server;
const asked: string[] = [];

const portOf = (server: Server) => (server.address() as AddressInfo).port;
const at = (path: string) => `http://127.0.0.1:${portOf(open)}${path}`;

const PAGES: Record<string, RequestListener> = {
  "/hello": (_, response) => void response.setHeader("content-type", "text/plain").end("olá"),
  "/there": (_, response) => void response.writeHead(302, { location: "/hello" }).end(),
  "/round": (_, response) => void response.writeHead(302, { location: "/round" }).end(),
  "/inside": (_, response) =>
    void response.writeHead(302, { location: `http://127.0.0.1:${portOf(inside)}/secret` }).end(),
  "/name": (_, response) =>
    void response.writeHead(302, { location: `http://localhost:${portOf(inside)}/secret` }).end(),
  "/file": (_, response) => void response.writeHead(302, { location: "file:///etc/passwd" }).end(),
  "/slow": (_, response) => {
    const timer = setInterval(() => response.write("x"), 50);
    response.once("close", () => clearInterval(timer));
  },
  "/silent": () => undefined,
  "/endless": (_, response) => {
    const pour = () => {
      while (!response.destroyed && response.write(Buffer.alloc(65_536, "x")));
    };
    response.on("drain", pour);
    pour();
  },
};

const listening = (listener: RequestListener) =>
  new Promise<Server>((resolve) => {
    const server = createServer(listener);
    server.listen(0, "127.0.0.1", () => resolve(server));
  });

beforeAll(async () => {
  inside = await listening((request, response) => {
    asked.push(request.url ?? "");
    response.end("secret");
  });
  open = await listening((request, response) =>
    (PAGES[request.url ?? ""] ?? PAGES["/silent"])?.(request, response),
  );
});
afterAll(() => {
  for (const server of [open, inside]) {
    server.closeAllConnections();
    server.close();
  }
});

/** This test's internet: the open server, and what names lead to. */
const guardWith = (resolve: Guard["resolve"] = () => Promise.reject(new Error("no such name"))): Guard => ({
  mayConnect: (address, port) => isPublicAddress(address) || port === portOf(open),
  resolve,
});
const limits = { maxBytes: 1_000, timeoutMs: 400, maxRedirects: 3 };
const fetched = (url: string, guard = guardWith()) => guardedFetch(url, limits, guard);
const problem = (url: string, guard?: Guard) =>
  fetched(url, guard).then(
    () => "answered",
    (error: { problem?: string }) => error.problem,
  );

describe("an address that somebody gave us", () => {
  test("is asked, and its redirects are followed", async () => {
    const answer = await fetched(at("/there"));
    expect([answer.status, answer.url.pathname, answer.body.toString(), answer.isWhole]).toEqual([
      200,
      "/hello",
      "olá",
      true,
    ]);
  });

  test("of this machine or its networks is refused without a setting that says otherwise, however it is written", async () => {
    const port = portOf(inside);
    const hosts = [
      "127.0.0.1",
      "localhost",
      "2130706433",
      "0x7f.1",
      "[::1]",
      "[::ffff:127.0.0.1]",
      "0.0.0.0",
    ];
    for (const host of hosts) {
      const answer = await guardedFetch(`http://${host}:${port}/secret`, limits).catch(
        (error: { problem?: string }) => error.problem,
      );
      expect([host, answer]).toEqual([host, "address_refused"]);
    }
    expect(asked).toEqual([]);
  });

  test("that leads inside by a redirect, to an address or by a name, or to a file, is refused there", async () => {
    const toInside: Guard["resolve"] = () => Promise.resolve([{ address: "127.0.0.1", family: 4 }]);
    expect([
      await problem(at("/inside")),
      await problem(at("/name"), guardWith(toInside)),
      await problem(at("/file")),
      await problem(at("/round")),
    ]).toEqual(["address_refused", "address_refused", "url_refused", "too_many_redirects"]);
    expect(asked).toEqual([]);
  });

  test("whose name also has an address inside is refused; one that changes its mind is asked where it was looked up", async () => {
    const both: Guard["resolve"] = () =>
      Promise.resolve([
        { address: "93.184.216.34", family: 4 },
        { address: "10.0.0.7", family: 4 },
      ]);
    expect(await problem("http://both.example/", guardWith(both))).toBe("address_refused");
    let looks = 0;
    const rebinding: Guard["resolve"] = () => {
      looks += 1;
      return Promise.resolve([{ address: looks === 1 ? "127.0.0.1" : "10.0.0.7", family: 4 }]);
    };
    const answer = await fetched(`http://rebinding.example:${portOf(open)}/hello`, guardWith(rebinding));
    expect([answer.status, looks]).toEqual([200, 1]);
  });

  test("that answers slowly, never, or without an end costs no more than its limits", async () => {
    const began = Date.now();
    expect([await problem(at("/slow")), await problem(at("/silent"))]).toEqual(["too_slow", "too_slow"]);
    expect(Date.now() - began).toBeLessThan(3_000);
    const { body, isWhole } = await fetched(at("/endless"));
    expect([body.byteLength, isWhole]).toEqual([1_000, false]);
  });

  test("that is no web address, has a password in it, or is not there is refused with its reason", async () => {
    const bad = ["ftp://example.com/", "javascript:1", "hello", "http://a:b@example.com/"];
    for (const url of bad) expect([url, await problem(url)]).toEqual([url, "url_refused"]);
    expect(await problem("http://nobody.example/")).toBe("unreachable");
    expect(await problem("http://[fe80::1]/")).toBe("address_refused");
  });
});
