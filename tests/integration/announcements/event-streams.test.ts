import { createServer, get, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { encode } from "next-auth/jwt";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createApiKey } from "@/lib/accounts/commands/create-api-key";
import { createAnnouncement } from "@/lib/announcements/commands/create-announcement";
import { sendAnnouncement } from "@/lib/announcements/commands/schedule-announcement";
import { createAnnouncementInput } from "@/lib/announcements/schema";
import { closeChanges } from "@/lib/platform/db/notify";
import { newId } from "@/lib/shared/ids";
import { answerEventStream, closeEventStreams } from "@/server/event-streams";
import { aCommunity } from "../../support/village-rooms";
import { aTenant, type Neighbour } from "../../support/world";

// What no stream answers goes on to Next.
const server = createServer(async (request, response) => {
  if (await answerEventStream(request, response)) return;
  response.writeHead(404).end();
});
const port = () => (server.address() as AddressInfo).port;

beforeAll(() => new Promise<void>((resolve) => server.listen(0, "127.0.0.1", () => resolve())));
afterAll(async () => {
  await closeEventStreams();
  await closeChanges();
  server.close();
});

type Heard = { status: number; text: string; endedAt: number | null; response: IncomingMessage };

function open(path: string, headers: Record<string, string>): Promise<Heard> {
  return new Promise((resolve, reject) => {
    get({ port: port(), host: "127.0.0.1", path, headers }, (response) => {
      const heard: Heard = { status: response.statusCode ?? 0, text: "", endedAt: null, response };
      response.on("data", (chunk: Buffer) => {
        heard.text += chunk.toString();
      });
      response.on("end", () => {
        heard.endedAt = Date.now();
      });
      resolve(heard);
    }).on("error", reject);
  });
}

async function cookieOf(tenant: Neighbour, role: "owner" | "marketer") {
  const token = await encode({
    token: { sub: tenant.staff[role].userId, sessionVersion: 1 },
    secret: process.env.NEXTAUTH_SECRET ?? "",
  });
  return { cookie: `next-auth.session-token=${token}` };
}

async function aKey(tenant: Neighbour, scopes: string[]): Promise<string> {
  const { staffId } = tenant.staff.owner;
  return (await createApiKey(tenant.as("owner"), { name: "k", scopes, staffId })).key;
}

async function planned(tenant: Neighbour, communityId: string): Promise<string> {
  const ctx = { ...tenant.as("owner"), now: new Date() };
  const input = createAnnouncementInput.parse({ communityIds: [communityId], body: "Oi" });
  const { id } = await createAnnouncement(ctx, input);
  await sendAnnouncement(ctx, id, { undoSeconds: 0 });
  return id;
}

async function until(holds: () => boolean, ms = 5_000): Promise<void> {
  const deadline = Date.now() + ms;
  while (!holds() && Date.now() < deadline) await sleep(20);
}

test("changes reach those who may see them and nobody else; strangers and other tenants get 401", async () => {
  const [tenant, neighbour] = [await aTenant(), await aTenant()];
  const community = await aCommunity(tenant.as("owner"));
  const path = `/t/${tenant.slug}/events`;
  const owner = await open(path, await cookieOf(tenant, "owner"));
  const marketer = await open(path, await cookieOf(tenant, "marketer"));
  const key = await aKey(tenant, ["announcements:read"]);
  const integrator = await open("/api/v1/events/stream", { authorization: `Bearer ${key}` });
  const strangers = [await open(path, {}), await open(path, await cookieOf(neighbour, "owner"))];
  expect(strangers.map(({ status }) => status)).toEqual([401, 401]);
  await sleep(300);
  const id = await planned(tenant, community.id);
  await until(() => owner.text.includes(id) && integrator.text.includes(id));
  expect(owner.text).toContain("event: announcement");
  expect(integrator.text).toContain(id);
  expect(marketer.text).not.toContain(id);
  const late = await open(path, {
    ...(await cookieOf(tenant, "owner")),
    "last-event-id": String(Date.now() - 60_000),
  });
  await until(() => late.text.includes(id));
  expect(late.text).toContain(id);
  for (const stream of [owner, marketer, integrator, late]) stream.response.destroy();
});

test("R7: a removed person's stream closes within two seconds", async () => {
  const tenant = await aTenant();
  const stream = await open(`/t/${tenant.slug}/events`, await cookieOf(tenant, "marketer"));
  expect(stream.status).toBe(200);
  await sleep(200);
  const removedAt = Date.now();
  await tenant.as("owner").db.staff.deleteMany({ where: { id: tenant.staff.marketer.staffId } });
  await until(() => stream.endedAt !== null);
  expect((stream.endedAt ?? Number.POSITIVE_INFINITY) - removedAt).toBeLessThan(2_000);
});

test("keys that may not hold the stream, and member's eyes, are handed on to the endpoint that says why", async () => {
  const tenant = await aTenant();
  const asked = async (scopes: string[], headers: Record<string, string> = {}) => {
    const authorization = `Bearer ${await aKey(tenant, scopes)}`;
    const stream = await open("/api/v1/events/stream", { authorization, ...headers });
    stream.response.destroy();
    return stream.status;
  };
  expect(await asked(["members:read"])).toBe(404);
  expect(await asked(["all"], { "aldeia-view-as": newId() })).toBe(404);
  expect(await asked(["announcements:read"])).toBe(200);
});

test("C3: who comes back gets what was told while a change was on its way, and what people read since", async () => {
  const tenant = await aTenant();
  const community = await aCommunity(tenant.as("owner"));
  const id = await planned(tenant, community.id);
  // The change itself is told to whoever listens; here only what a returning reader gets is of interest.
  await sleep(1_000);
  const { db } = tenant.as("owner");
  const resumed = async () => {
    const headers = { ...(await cookieOf(tenant, "owner")), "last-event-id": String(Date.now()) };
    const stream = await open(`/t/${tenant.slug}/events`, headers);
    await until(() => stream.text.includes(id), 1_500);
    stream.response.destroy();
    return stream.text.includes(id);
  };
  const dated = (msAgo: number, status: string) =>
    db.announcement.updateMany({ where: { id }, data: { status, updatedAt: new Date(Date.now() - msAgo) } });
  await dated(5_000, "cancelled");
  expect(await resumed()).toBe(true);
  await dated(3_600_000, "sent");
  expect(await resumed()).toBe(true);
  await dated(3_600_000, "cancelled");
  expect(await resumed()).toBe(false);
});
