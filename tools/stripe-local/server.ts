import { createHash } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { runDue } from "./billing/due";
import { answerPage } from "./pages/route";
import { finishAdvance } from "./resources/test-clocks";
import type { Account, Site } from "./store/account";
import { API_VERSION } from "./store/events";
import { type Journal, openJournal } from "./store/journal";
import { type Courier, type DeliveryKnobs, startCourier } from "./webhooks/deliver";
import { type ApiAnswer, answerApi, keyOf, refuse, tooLarge } from "./wire/api";
import { type Fault, type Faults, faultBody, makeFaults } from "./wire/faults";

export type StandInOptions = {
  port: number;
  host: string;
  dataDir: string;
  /** The address in the links it hands out; without one, its own. */
  publicUrl?: string | undefined;
  linkSeconds: number;
  delivery: DeliveryKnobs;
  /** Seconds since 1970; without one, the wall clock. */
  now?: () => number;
};

export type StandIn = { url: string; port: number; close(): Promise<void> };

const BODY_LIMIT = 1_000_000;
const TICK_MS = 5000;

const wallClock = (): number => Math.floor(Date.now() / 1000);

/** Where a test asks for misbehaviour: `[{ match, status, times, delayMs }]`; an empty list ends it. */
const FAULTS_PATH = "/_stand-in/faults";

type House = { site: Site; journal: Journal; courier: Courier; faults: Faults };

/** Starts the stand-in and answers when it listens. */
export const startStandIn = async (options: StandInOptions): Promise<StandIn> => {
  const site: Site = { url: "", linkSeconds: options.linkSeconds, now: options.now ?? wallClock };
  const journal = openJournal(options.dataDir, site);
  const courier = startCourier(options.delivery, journal.write);
  const house: House = { site, journal, courier, faults: makeFaults() };
  const server = createServer((request, response) => {
    answer(house, request, response).catch((error: unknown) => {
      console.error(error);
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
  // Longer than clients keep a connection, so that none is closed while a request is on its way.
  server.keepAliveTimeout = 65_000;
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(options.port, options.host, resolve);
  });
  const { port } = server.address() as AddressInfo;
  const own = `http://${options.host === "0.0.0.0" ? "127.0.0.1" : options.host}:${port}`;
  site.url = options.publicUrl ?? own;
  catchUp(house);
  const timer = setInterval(() => passTime(house), TICK_MS);
  timer.unref();
  return {
    url: site.url,
    port,
    close: async () => {
      clearInterval(timer);
      house.courier.stop();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      for (const account of journal.accounts.values()) journal.write(account);
    },
  };
};

/** Finishes what a stop interrupted. */
const catchUp = (house: House): void => {
  for (const account of house.journal.accounts.values())
    for (const clock of account.tables.test_clocks.values()) finishAdvance(account, clock.id);
  passTime(house);
};

/** Does what has fallen due by the wall clock. */
const passTime = (house: House): void => {
  for (const account of house.journal.accounts.values()) {
    runDue(account, null, house.site.now());
    settle(house, account);
  }
};

/** Writes what changed, starts the work that waits for the answer, and sends the webhooks. */
const settle = (house: House, account: Account): void => {
  house.journal.write(account);
  for (const work of account.later.splice(0))
    setImmediate(() => {
      work();
      settle(house, account);
    });
  house.courier.flush(account);
};

const answer = async (house: House, request: IncomingMessage, response: ServerResponse): Promise<void> => {
  const url = new URL(request.url ?? "/", "http://stand-in");
  const body = await readBody(request);
  if (url.pathname === FAULTS_PATH) return takeFaults(house, response, body ?? "[]");
  if (!url.pathname.startsWith("/v1/")) return answerBrowser(house, request, response, body ?? "");
  const fault = house.faults.take(`${request.method} ${url.pathname}`);
  if (fault?.delayMs) await new Promise((resolve) => setTimeout(resolve, fault.delayMs));
  if (fault && fault.status < 0) return void request.socket.destroy();
  if (fault && fault.status > 200) {
    response.writeHead(fault.status, { "content-type": "application/json" }).end(faultBody(fault.status));
    return;
  }
  const result = answerCall(house, request, body);
  if (fault?.status === 0) return void request.socket.destroy();
  response.writeHead(result.status, {
    "content-type": "application/json",
    "stripe-version": String(request.headers["stripe-version"] ?? API_VERSION),
    ...result.headers,
  });
  response.end(result.body);
};

const takeFaults = (house: House, response: ServerResponse, body: string): void => {
  house.faults.add(JSON.parse(body) as Partial<Fault>[]);
  response.writeHead(204).end();
};

const answerBrowser = async (
  house: House,
  request: IncomingMessage,
  response: ServerResponse,
  body: string,
): Promise<void> => {
  const url = new URL(request.url ?? "/", "http://stand-in");
  const served = await answerPage(house.journal.accounts, house.courier, {
    method: request.method ?? "GET",
    path: url.pathname,
    query: url.searchParams,
    form: new URLSearchParams(body),
    accept: request.headers["accept-language"] ?? "",
  });
  if (served.account) settle(house, served.account);
  const { status, type, location } = served.page;
  response.writeHead(status, {
    "content-type": type,
    "cache-control": "no-store",
    ...(location && { location }),
  });
  response.end(served.page.body);
};

const answerCall = (house: House, request: IncomingMessage, body: string | null): ApiAnswer => {
  try {
    const key = keyOf(request.headers.authorization);
    if (body === null) throw tooLarge();
    const url = new URL(request.url ?? "/", "http://stand-in");
    const account = house.journal.open(`acct_${createHash("sha256").update(key).digest("hex").slice(0, 16)}`);
    const given = request.headers["idempotency-key"];
    const result = answerApi(account, {
      method: request.method ?? "GET",
      path: url.pathname,
      query: url.search.slice(1),
      body,
      idempotencyKey: typeof given === "string" ? given : undefined,
    });
    settle(house, account);
    return result;
  } catch (error) {
    return refuse(error);
  }
};

/** The body as text, or `null` when it is larger than any honest request. */
const readBody = async (request: IncomingMessage): Promise<string | null> => {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size <= BODY_LIMIT) chunks.push(chunk);
  }
  return size > BODY_LIMIT ? null : Buffer.concat(chunks).toString("utf8");
};
