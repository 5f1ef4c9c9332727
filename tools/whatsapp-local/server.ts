import { randomBytes } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { Courier, type Manner } from "./courier";
import { canShowMedia } from "./look-at-media";
import { messageId, type PhoneNumber } from "./number";
import { pageOf } from "./page";
import { type Limits, numberOf, type Reply, refusal, takeMessage } from "./take-message";

/** How the next requests go wrong. `drop`: the line breaks before or after the message was taken. */
export type Fault = {
  times: number;
  status?: number;
  code?: number;
  retryAfter?: number;
  delayMs?: number;
  drop?: "before" | "after";
};

export type StandIn = {
  url: string;
  numbers: Map<string, PhoneNumber>;
  faults: Fault[];
  limits: Limits;
  courier: Courier;
  /** A person writes to a number. */
  write(phoneNumberId: string, from: string, text: string): void;
  close(): Promise<void>;
};

const LIMITS: Limits = { perSecond: 80, pairSeconds: 6, perDay: 250 };
const MANNER: Manner = { copies: 1, shuffled: false, held: false, batchSize: 100, delayMs: 500 };
const MOST_BYTES = 4_000_000;

/** Starts the stand-in and answers when it listens. */
export async function startStandIn(port: number): Promise<StandIn> {
  const courier = new Courier({ ...MANNER });
  const standIn: StandIn = {
    url: "",
    numbers: new Map(),
    faults: [],
    limits: { ...LIMITS },
    courier,
    write(phoneNumberId, from, text) {
      const number = standIn.numbers.get(phoneNumberId);
      if (!number) return;
      number.wrote.set(from, Date.now());
      courier.add(number, [{ kind: "message", id: messageId(from), from, text }]);
    },
    async close() {
      courier.stop();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  const server = createServer((request, response) => {
    answer(standIn, request, response).catch((error: unknown) => {
      console.error(error);
      response.destroy();
    });
  });
  server.keepAliveTimeout = 65_000;
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  standIn.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return standIn;
}

async function answer(standIn: StandIn, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? "/", "http://stand-in");
  const body = await bodyOf(request);
  if (url.pathname.startsWith("/_stand-in/")) return send(response, control(standIn, url.pathname, body));
  const [, phoneNumberId = "", edge = ""] = /^\/v[\d.]+\/(\d+)(?:\/(\w+))?$/.exec(url.pathname) ?? [];
  if (!phoneNumberId) {
    response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(pageOf(standIn));
    return;
  }
  const number = numberOf(standIn.numbers, phoneNumberId, request.headers.authorization ?? "");
  if (!("phoneNumberId" in number)) return send(response, number);
  if (request.method === "GET") return send(response, describe(number, edge, url.searchParams));
  if (edge === "") return send(response, await setCallback(number, body));
  await answerMessage(standIn, number, { request, response, body });
}

type Exchange = { request: IncomingMessage; response: ServerResponse; body: Body };

/** A message, as badly as the next fault wants it. */
async function answerMessage(
  standIn: StandIn,
  number: PhoneNumber,
  { request, response, body }: Exchange,
): Promise<void> {
  const fault = nextFault(standIn);
  if (fault?.delayMs) await sleep(fault.delayMs);
  if (fault?.drop === "before") return void request.socket.destroy();
  if (fault?.status) {
    const { status, body: said } = refusal(fault.status, fault.code ?? 131_000, "Something went wrong");
    return send(response, { status, body: said }, fault.retryAfter);
  }
  const isShown = await canShowMedia(body);
  const taken = takeMessage(number, body, { limits: standIn.limits, now: Date.now(), isShown });
  standIn.courier.add(number, taken.news);
  if (fault?.drop === "after") return void request.socket.destroy();
  send(response, taken);
}

function nextFault(standIn: StandIn): Fault | undefined {
  const [fault] = standIn.faults;
  if (!fault) return undefined;
  fault.times -= 1;
  if (fault.times <= 0) standIn.faults.shift();
  return fault;
}

type Body = Record<string, unknown>;

async function bodyOf(request: IncomingMessage): Promise<Body> {
  let text = "";
  for await (const chunk of request.setEncoding("utf8")) {
    text += String(chunk);
    if (text.length > MOST_BYTES) throw new Error("too much");
  }
  if (request.headers["content-type"]?.startsWith("application/x-www-form-urlencoded"))
    return Object.fromEntries(new URLSearchParams(text));
  return text === "" ? {} : (JSON.parse(text) as Body);
}

function describe(number: PhoneNumber, edge: string, query: URLSearchParams): Reply {
  if (edge !== "message_templates")
    return {
      status: 200,
      body: { id: number.phoneNumberId, display_phone_number: "+55 11 90000-0000", verified_name: "Aldeia" },
    };
  const name = query.get("name") ?? "";
  const data = name.startsWith("missing") ? [] : [{ name, status: "APPROVED" }];
  return { status: 200, body: { data } };
}

/** The override of one number's webhooks; the address has to answer the handshake. */
async function setCallback(number: PhoneNumber, body: Body): Promise<Reply> {
  const { override_callback_uri: uri, verify_token: token } = (body.webhook_configuration ?? {}) as Body;
  if (typeof uri !== "string" || typeof token !== "string") return refusal(400, 100, "Invalid parameter");
  if (number.callback === uri) return { status: 200, body: { success: true } };
  const challenge = randomBytes(8).toString("hex");
  const query = new URLSearchParams({
    "hub.mode": "subscribe",
    "hub.challenge": challenge,
    "hub.verify_token": token,
  });
  const answer = await fetch(`${uri}?${query}`).catch(() => null);
  if (!answer?.ok || (await answer.text()) !== challenge)
    return refusal(400, 2_200, "Callback verification failed");
  number.callback = uri;
  return { status: 200, body: { success: true } };
}

function control(standIn: StandIn, path: string, body: Body | Fault[]): Reply {
  if (path === "/_stand-in/faults") standIn.faults.push(...(body as Fault[]));
  else if (path === "/_stand-in/webhooks") Object.assign(standIn.courier.manner, body);
  else if (path === "/_stand-in/inbound") {
    const { phoneNumberId, from, text } = body as Body;
    standIn.write(String(phoneNumberId), String(from), String(text));
  } else return { status: 404, body: {} };
  return { status: 200, body: { done: true } };
}

function send(response: ServerResponse, { status, body }: Reply, retryAfter?: number): void {
  const after = retryAfter === undefined ? {} : { "retry-after": String(retryAfter) };
  response.writeHead(status, { "content-type": "application/json", ...after }).end(JSON.stringify(body));
}
