import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createContext, runInContext } from "node:vm";
import { beforeEach, describe, expect, test } from "vitest";

const ORIGIN = "https://aldeia.example";

type Kept = Map<string, Response>;
let stores: Map<string, Kept>;
let answers: Map<string, () => Response>;
let hear: (event: unknown) => void;

/** The worker's own script with caches and a network of this test. */
function start() {
  stores = new Map();
  answers = new Map();
  const storeOf = (name: string) => {
    const store = stores.get(name) ?? new Map<string, Response>();
    stores.set(name, store);
    return {
      put: async (url: string, answer: Response) => void store.set(url, answer),
      delete: async (url: string) => store.delete(url),
      keys: async () => [...store.keys()].map((url) => ({ url })),
      match: async (url: string) => store.get(url)?.clone(),
    };
  };
  const listeners = new Map<string, (event: unknown) => void>();
  const caches = {
    open: async (name: string) => storeOf(name),
    delete: async (name: string) => stores.delete(name),
    match: async (url: string) => [...stores.values()].flatMap((store) => store.get(url) ?? [])[0]?.clone(),
  };
  const fetch = async ({ url }: { url: string }) => {
    const answer = answers.get(url)?.();
    if (!answer) throw new TypeError("no connection");
    return answer;
  };
  const self = {
    location: { origin: ORIGIN },
    addEventListener: (name: string, listener: (event: unknown) => void) => listeners.set(name, listener),
  };
  const script = readFileSync(join(import.meta.dirname, "../../../public/sw.js"), "utf8");
  runInContext(script, createContext({ self, caches, fetch, URL, Response, Promise }));
  hear = (event) => listeners.get("fetch")?.(event);
}

/** What the worker answers to a picture of a page. */
async function picture(path: string): Promise<number | "failed"> {
  const request = { method: "GET", url: `${ORIGIN}${path}`, mode: "no-cors", destination: "image" };
  let answer: Promise<Response> | undefined;
  hear({ request, respondWith: (given: Promise<Response>) => (answer = given) });
  return await (answer ?? Promise.reject(new Error("left to the browser"))).then(
    ({ status }) => status,
    () => "failed" as const,
  );
}

const answering = (path: string, status: number, headers: Record<string, string> = {}) =>
  answers.set(`${ORIGIN}${path}`, () => new Response(status === 200 ? "picture" : null, { status, headers }));
const kept = () => [...(stores.get("aldeia-read")?.keys() ?? [])];

beforeEach(start);

describe("pictures in the browser's own keeping", () => {
  const path = "/media/aurora/1?size=640";

  test("of an announcement one is kept, and seen without connection", async () => {
    answering(path, 200, { "aldeia-keep": "yes" });
    expect(await picture(path)).toBe(200);
    answers.clear();
    expect(await picture(path)).toBe(200);
  });

  test("X8: once it is taken back it is forgotten with the next look, and not there without connection", async () => {
    answering(path, 200, { "aldeia-keep": "yes" });
    await picture(path);
    expect(kept()).toHaveLength(1);
    answering(path, 404);
    expect(await picture(path)).toBe(404);
    expect(kept()).toEqual([]);
    answers.clear();
    expect(await picture(path)).toBe("failed");
  });

  test("a fault of the server takes nothing away", async () => {
    answering(path, 200, { "aldeia-keep": "yes" });
    await picture(path);
    answering(path, 503);
    await picture(path);
    expect(kept()).toHaveLength(1);
  });

  test("R7: what a group shows is never kept: who leaves it has nothing of it", async () => {
    answering(path, 200);
    expect(await picture(path)).toBe(200);
    expect(kept()).toEqual([]);
  });
});
