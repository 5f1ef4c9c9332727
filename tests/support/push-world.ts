import { createPublicKey, verify } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { afterEach } from "vitest";
import { openSealed } from "./open-sealed";
import { deviceAt } from "./push-device";

/** What a push service does with one message (RFC 8030). */
export type PushBehaviour =
  | "take"
  | "drop_after_body"
  | { answer: number; retryAfter?: string }
  /** Says nothing at all. */
  | "hang";

export type Pushed = { path: string; topic: string; ttl: number; payload: Record<string, unknown> };

export type PushService = {
  origin: string;
  /** Taken whole, whatever was answered. */
  handedOver: Pushed[];
  /** What waits at the service for each device: a topic holds one message. */
  waiting: Map<string, Pushed>;
  requests: number;
};

const running: Server[] = [];

afterEach(async () => {
  delete process.env.PUSH_ORIGINS;
  for (const server of running.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

/** A push service on a free port, taken for a real one; `behave` decides by the path of the device. */
export async function aPushService(
  behave: (path: string) => PushBehaviour = () => "take",
): Promise<PushService> {
  const service: PushService = { origin: "", handedOver: [], waiting: new Map(), requests: 0 };
  const server = createServer((request, response) => {
    service.requests += 1;
    take(service, request, response, behave).catch((error: Error) =>
      response.writeHead(400).end(error.message),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  service.origin = `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`;
  process.env.PUSH_ORIGINS = service.origin;
  running.push(server);
  return service;
}

async function take(
  service: PushService,
  request: IncomingMessage,
  response: ServerResponse,
  behave: (path: string) => PushBehaviour,
): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const path = request.url ?? "";
  const pushed = read(service.origin, request, Buffer.concat(chunks));
  const behaviour = behave(path);
  if (typeof behaviour === "object") {
    const headers = behaviour.retryAfter ? { "retry-after": behaviour.retryAfter } : {};
    response.writeHead(behaviour.answer, headers).end();
    return;
  }
  service.handedOver.push(pushed);
  service.waiting.set(`${path} ${pushed.topic}`, pushed);
  if (behaviour === "drop_after_body") request.socket.destroy();
  if (behaviour === "take") response.writeHead(201, { location: `${service.origin}/message/1` }).end();
}

/** What a service checks before it takes a message, and what only the device can read of it. @throws Error */
function read(origin: string, request: IncomingMessage, body: Buffer): Pushed {
  const { headers, method, url = "" } = request;
  must(method === "POST", "not a POST");
  checkVapid(origin, headers.authorization ?? "");
  must(headers["content-encoding"] === "aes128gcm", "another encoding");
  must(body.length <= 4_096, "more than 4,096 bytes");
  const topic = String(headers.topic ?? "");
  must(/^[\w-]{1,32}$/.test(topic), "a topic that is none");
  const ttl = Number(headers.ttl);
  must(Number.isInteger(ttl) && ttl >= 0, "no TTL");
  const device = deviceAt(url);
  if (!device) throw new Error("a device that never subscribed");
  const { keys } = device.subscription;
  const payload = openSealed(body, { ...keys, privateKey: device.privateKey });
  return { path: url, topic, ttl, payload: JSON.parse(payload) as Record<string, unknown> };
}

/** RFC 8292: signed by the key that it names, for this service, and not for longer than a day. */
function checkVapid(origin: string, authorization: string): void {
  const [, jwt = "", key = ""] = /^vapid t=([\w.-]+), k=([\w-]+)$/.exec(authorization) ?? [];
  const [head = "", claims = "", signature = ""] = jwt.split(".");
  const point = Buffer.from(key, "base64url");
  const half = (from: number) => point.subarray(from, from + 32).toString("base64url");
  const jwk = { kty: "EC", crv: "P-256", x: half(1), y: half(33) };
  const publicKey = createPublicKey({ key: jwk, format: "jwk" });
  const isSigned = verify(
    "sha256",
    Buffer.from(`${head}.${claims}`),
    { key: publicKey, dsaEncoding: "ieee-p1363" },
    Buffer.from(signature, "base64url"),
  );
  must(isSigned, "a signature of another");
  const said = JSON.parse(Buffer.from(claims, "base64url").toString()) as Record<string, unknown>;
  must(said.aud === origin, "for another service");
  must(/^(mailto:|https:)/.test(String(said.sub)), "from nobody");
  const seconds = Number(said.exp) - Date.now() / 1_000;
  must(seconds > 0 && seconds <= 86_400, "for ever");
}

function must(isSo: boolean, otherwise: string): void {
  if (!isSo) throw new Error(otherwise);
}
