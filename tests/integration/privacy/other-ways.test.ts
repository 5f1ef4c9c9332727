import { createServer, get } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { encode } from "next-auth/jwt";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { takeMails } from "../../support/mail-queue";
import { aTenant } from "../../support/world";
import { stripeForTests } from "../billing/stripe-world";
import { root } from "../matrix/discover";
import { mailRows, pageRows } from "../matrix/rows";
import { outcomeOf, signIn } from "../matrix/web-edge";
import { idsFor, searchesFor } from "./addresses";
import { textsOf } from "./draw-page";
import { toldIn } from "./told";
import { type Onlooker, onlookersOf } from "./viewers";
import { aLivedVillage, freshPlace, type LivedVillage, PATIENCE_MS } from "./village-life";
import { Watch } from "./watch";

// P12: the ways out beside pages and the API: route handlers, photos, mails, event streams.
stripeForTests();
type Handler = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>;
let village: LivedVillage;
let onlookers: Onlooker[];
let watch: Watch;

beforeAll(async () => {
  village = await aLivedVillage(9);
  onlookers = await onlookersOf(village, await aTenant());
  watch = new Watch(village);
}, PATIENCE_MS);

const handlers = Object.entries(pageRows).filter(([name]) => name.startsWith("GET "));

test(
  "P12: no handler tells what is hidden",
  async () => {
    for (const onlooker of onlookers) {
      await signIn(onlooker.userId);
      for (const [name, row] of handlers) {
        const address = name.slice("GET ".length);
        const own = async () => [(await row.params?.(village.place)) ?? {}];
        const query = (await row.query?.(village.place)) ?? {};
        for (const params of idsFor(address, village) ?? (await own())) {
          const text = await textOf(await handled(address, params, query));
          watch.hear({ way: name, tells: row.tells, text }, onlooker);
        }
      }
    }
    expect(watch.problems).toEqual([]);
  },
  PATIENCE_MS,
);

test(
  "P12: the list as one types finds people only by what the viewer sees of them",
  async () => {
    const wrong: string[] = [];
    for (const onlooker of onlookers.filter(({ viewer }) => viewer?.kind === "staff")) {
      await signIn(onlooker.userId);
      for (const { text, fact, index } of searchesFor(village)) {
        const answer = await textOf(await handled("/t/[tenant]/members/live", {}, { q: text }));
        const isFound = toldIn(answer, village.people).some((told) => told.person.index === index);
        const person = village.people[index];
        if (isFound !== (person !== undefined && onlooker.knows(person).has(fact)))
          wrong.push(`${onlooker.kind} and ${index} by ${fact}: ${text}`);
      }
    }
    expect(wrong).toEqual([]);
  },
  PATIENCE_MS,
);

test(
  "P12: a photo goes to those who may see it, and to nobody else",
  async () => {
    const wrong: string[] = [];
    for (const onlooker of onlookers) {
      await signIn(onlooker.userId);
      for (const person of village.people) {
        const answer = await handled("/files/[tenant]/[id]", { id: person.photoFileId }, {});
        const status = answer instanceof Response ? answer.status : 404;
        if ((status === 200) !== onlooker.knows(person).has("photo"))
          wrong.push(`${onlooker.kind} gets ${status} for the photo of ${person.index}`);
      }
    }
    expect(wrong).toEqual([]);
  },
  PATIENCE_MS,
);

describe.each(Object.entries(mailRows))("%s", (file, row) => {
  test("P12: its mail tells its reader nothing of others that they may not know", async () => {
    await takeMails();
    await row.send(await freshPlace(village));
    const mails = await takeMails();
    expect(mails.length).toBeGreaterThan(0);
    for (const { to, ...mail } of mails) {
      const reader = onlookers.find(({ memberId }) => memberId && emailOf(memberId) === to);
      const nobody = {
        kind: to,
        key: { token: null },
        userId: null,
        viewer: null,
        knows: () => new Set<never>(),
      };
      watch.hear({ way: file, tells: row.tells, text: await textsOf(mail), asked: to }, reader ?? nobody);
    }
    expect(watch.problems).toEqual([]);
  });
});

const emailOf = (memberId: string) => village.people.find(({ id }) => id === memberId)?.email;

describe("event streams", () => {
  // Brought in late, as everything that asks Next: its edge has to be in place first.
  const streams = () => import("@/server/event-streams");
  const server = createServer(async (request, response) => {
    await (await streams()).answerEventStream(request, response);
  });
  beforeAll(() => new Promise<void>((resolve) => server.listen(0, "127.0.0.1", () => resolve())));
  afterAll(async () => {
    await (await streams()).closeEventStreams();
    server.close();
  });

  test("P12: who comes back hears of sendings in numbers, of nobody by name", async () => {
    const { port } = server.address() as AddressInfo;
    const heard = await Promise.all(onlookers.map((onlooker) => listen(port, onlooker)));
    for (const [index, text] of heard.entries()) {
      const onlooker = onlookers[index];
      if (onlooker) watch.hear({ way: "stream announcement", tells: "nobody", text }, onlooker);
    }
    expect(watch.problems).toEqual([]);
    expect(heard[0]).toContain("event: announcement");
  });
});

/** What one who was away hears on coming back. */
async function listen(port: number, { userId }: Onlooker): Promise<string> {
  const token = { sub: userId ?? "", sessionVersion: 1 };
  const cookie = `next-auth.session-token=${await encode({ token, secret: process.env.NEXTAUTH_SECRET ?? "" })}`;
  const headers = { ...(userId && { cookie }), "last-event-id": String(Date.now() - 600_000) };
  let text = "";
  const path = `/t/${village.here.slug}/events`;
  const request = get({ port, host: "127.0.0.1", path, headers }, (response) =>
    response.on("data", (chunk: Buffer) => {
      text += chunk.toString();
    }),
  );
  await sleep(700);
  request.destroy();
  return text;
}

async function handled(address: string, params: Record<string, string>, query: Record<string, string>) {
  const module = (await import(/* @vite-ignore */ join(root, "app", address, "route.ts"))) as Record<
    string,
    Handler
  >;
  const given = { params: Promise.resolve({ tenant: village.here.slug, ...params }) };
  const request = new Request(`http://localhost${address}?${new URLSearchParams(query)}`);
  return await outcomeOf(async () => module.GET?.(request, given));
}

async function textOf(outcome: Awaited<ReturnType<typeof handled>>): Promise<string> {
  if (!(outcome instanceof Response)) return JSON.stringify(outcome ?? "");
  const headers = [...outcome.headers].join(" ");
  return `${headers} ${Buffer.from(await outcome.arrayBuffer()).toString("utf8")}`;
}
