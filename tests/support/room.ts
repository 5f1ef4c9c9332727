import { createServer, get, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { encode } from "next-auth/jwt";
import type { MessageView } from "@/lib/conversations/types";
import { addGroupMembers } from "@/lib/groups/commands/add-group-members";
import type { TenantContext } from "@/lib/platform/context";
import { platformClient } from "@/lib/platform/db/clients";
import { newId } from "@/lib/shared/ids";
import { answerEventStream } from "@/server/event-streams";
import { aPlace } from "../integration/imports/given";
import { aMember, type Neighbour } from "./world";

/** A room with two people in it and one beside it. */
export async function aRoom(tenant: Neighbour) {
  const { groupId, communityId } = await aPlace(tenant);
  const [ana = "", beto = "", carla = ""] = await Promise.all(
    ["Ana", "Beto", "Carla"].map((name) => aMember(tenant.tenantId, { name })),
  );
  await addGroupMembers(tenant.as("owner"), { groupId, memberIds: [ana, beto] });
  return { groupId, communityId, ana, beto, carla };
}

/** The same some minutes later. */
export function later(ctx: TenantContext, minutes: number): TenantContext {
  return { ...ctx, now: new Date(ctx.now.getTime() + minutes * 60_000) };
}

/** A login for a member. @returns the cookie of a signed-in browser */
export async function signedIn(tenant: Neighbour, memberId: string): Promise<{ cookie: string }> {
  const userId = newId();
  const email = `${userId}@${tenant.slug}.example`;
  await platformClient().user.create({ data: { id: userId, email, name: "" } });
  await tenant.as("owner").db.member.updateMany({ where: { id: memberId }, data: { userId } });
  return await cookieOf(userId);
}

/** The cookie of a signed-in user. */
export async function cookieOf(userId: string): Promise<{ cookie: string }> {
  const token = { sub: userId, sessionVersion: 1 };
  return {
    cookie: `next-auth.session-token=${await encode({ token, secret: process.env.NEXTAUTH_SECRET ?? "" })}`,
  };
}

/** The event streams on a port of their own; what is no stream is a 404. */
export async function streamServer(): Promise<{ server: Server; port: number }> {
  const server = createServer(async (request, response) => {
    if (!(await answerEventStream(request, response))) response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", () => resolve()));
  return { server, port: (server.address() as AddressInfo).port };
}

export type Heard = { status: number; text: string; endedAt: number | null; response: IncomingMessage };

/** Opens a stream and keeps what it says. */
export function openStream(port: number, path: string, headers: Record<string, string>): Promise<Heard> {
  return new Promise((resolve, reject) => {
    get({ port, host: "127.0.0.1", path, headers }, (response) => {
      const heard: Heard = { status: response.statusCode ?? 0, text: "", endedAt: null, response };
      response.on("data", (chunk: Buffer) => {
        heard.text += chunk.toString();
      });
      for (const end of ["end", "close"])
        response.on(end, () => {
          heard.endedAt ??= Date.now();
        });
      response.on("error", () => undefined);
      resolve(heard);
    }).on("error", reject);
  });
}

/** The messages that a stream has told of, in their order, and its last event's id. */
export function toldBy({ text }: Pick<Heard, "text">): { messages: MessageView[]; lastId: string } {
  const whole = text.slice(0, text.lastIndexOf("\n\n") + 2);
  const lines = [...whole.matchAll(/event: messages\ndata: (.*)\n/gu)];
  const messages = lines.flatMap(
    ([, json = ""]) => (JSON.parse(json) as { messages: MessageView[] }).messages,
  );
  return { messages, lastId: [...whole.matchAll(/^id: (\d+)$/gmu)].at(-1)?.[1] ?? "" };
}

/** Waits until something holds, or the time is over. */
export async function until(holds: () => boolean, ms = 5_000): Promise<void> {
  const deadline = Date.now() + ms;
  while (!holds() && Date.now() < deadline) await sleep(20);
}
