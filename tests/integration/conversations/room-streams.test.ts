import type { Server } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { editMessage } from "@/lib/conversations/commands/edit-message";
import { postMessage } from "@/lib/conversations/commands/post-message";
import { reactToMessage } from "@/lib/conversations/commands/react";
import { removeMessage } from "@/lib/conversations/commands/remove-message";
import { leaveGroup } from "@/lib/groups/commands/leave-group";
import { closeChanges } from "@/lib/platform/db/notify";
import { closeEventStreams } from "@/server/event-streams";
import { aRoom, cookieOf, openStream, signedIn, streamServer, toldBy, until } from "../../support/room";
import { aTenant } from "../../support/world";

let server: Server;
let port: number;
beforeAll(async () => {
  ({ server, port } = await streamServer());
});
afterAll(async () => {
  await closeEventStreams();
  await closeChanges();
  server.close();
});

test("C3: who holds a stream hears of messages, edits and removals in their order, at once", async () => {
  const tenant = await aTenant();
  const { groupId, ana, beto } = await aRoom(tenant);
  const path = `/m/${tenant.slug}/groups/${groupId}/events`;
  const stream = await openStream(port, path, await signedIn(tenant, ana));
  const ctx = tenant.as({ memberId: beto });
  await sleep(300);
  const postedAt = Date.now();
  const { id } = await postMessage(ctx, { groupId, body: "oi" });
  await until(() => toldBy(stream).messages.length === 1);
  expect(Date.now() - postedAt).toBeLessThan(500);
  await editMessage(ctx, { id, body: "olá" });
  await until(() => toldBy(stream).messages.length === 2);
  await reactToMessage(ctx, { id, emoji: "🎉" });
  await until(() =>
    stream.text.includes(`"reacted":[{"messageId":"${id}","memberId":"${beto}","emoji":"🎉"}]`),
  );
  expect(toldBy(stream).messages.at(-1)).toMatchObject({ reactions: [{ emoji: "🎉", count: 1 }] });
  await removeMessage(ctx, { id });
  await until(() => toldBy(stream).messages.length === 4);
  expect(toldBy(stream).messages.map(({ body }) => body)).toEqual(["oi", "olá", "olá", ""]);
  stream.response.destroy();
});

test("C3: who comes back with their last event, or with their page's revision, gets what they missed and only that", async () => {
  const tenant = await aTenant();
  const { groupId, ana } = await aRoom(tenant);
  const path = `/m/${tenant.slug}/groups/${groupId}/events`;
  const headers = await signedIn(tenant, ana);
  const ctx = tenant.as({ memberId: ana });
  for (const body of ["um", "dois"]) await postMessage(ctx, { groupId, body });
  const first = await openStream(port, path, headers);
  await until(() => toldBy(first).messages.length === 2);
  first.response.destroy();
  for (const body of ["três", "quatro"]) await postMessage(ctx, { groupId, body });
  const back = await openStream(port, `${path}?after=0`, {
    ...headers,
    "last-event-id": toldBy(first).lastId,
  });
  const fromPage = await openStream(port, `${path}?after=3`, headers);
  await until(() => toldBy(back).messages.length === 2 && toldBy(fromPage).messages.length === 1);
  expect(toldBy(back).messages.map(({ body }) => body)).toEqual(["três", "quatro"]);
  expect(toldBy(fromPage).messages.map(({ body }) => body)).toEqual(["quatro"]);
  back.response.destroy();
  fromPage.response.destroy();
});

test("T3, R5: strangers to the room, people of other tenants, and who is signed out get 401", async () => {
  const [tenant, other] = [await aTenant(), await aTenant()];
  const { groupId, carla } = await aRoom(tenant);
  const path = `/m/${tenant.slug}/groups/${groupId}/events`;
  const strangers = [{}, await signedIn(tenant, carla), await cookieOf(other.staff.owner.userId)];
  for (const headers of strangers) expect((await openStream(port, path, headers)).status).toBe(401);
  const staffPath = `/t/${tenant.slug}/groups/${groupId}/events`;
  const statuses = await Promise.all(
    (["admin", "marketer", "finance", "agent"] as const).map(async (role) => {
      const stream = await openStream(port, staffPath, await cookieOf(tenant.staff[role].userId));
      stream.response.destroy();
      return stream.status;
    }),
  );
  expect(statuses).toEqual([200, 401, 401, 401]);
});

test("R7: who leaves the room, or loses the role, is told so within two seconds, and hears no more", async () => {
  const tenant = await aTenant();
  const { groupId, ana, beto } = await aRoom(tenant);
  const stream = await openStream(
    port,
    `/m/${tenant.slug}/groups/${groupId}/events`,
    await signedIn(tenant, ana),
  );
  const ofAdmin = await openStream(
    port,
    `/t/${tenant.slug}/groups/${groupId}/events`,
    await cookieOf(tenant.staff.admin.userId),
  );
  await sleep(200);
  const leftAt = Date.now();
  await leaveGroup(tenant.as({ memberId: ana }), { groupId, memberId: ana });
  await tenant.as("owner").db.staff.deleteMany({ where: { id: tenant.staff.admin.staffId } });
  await until(() => stream.endedAt !== null && ofAdmin.endedAt !== null);
  for (const each of [stream, ofAdmin]) {
    expect((each.endedAt ?? Number.POSITIVE_INFINITY) - leftAt).toBeLessThan(2_000);
    expect(each.text).toContain("event: gone");
  }
  await postMessage(tenant.as({ memberId: beto }), { groupId, body: "ela não ouve" });
  expect(stream.text).not.toContain("ela não ouve");
});

test("C3: a message that nobody was told of is found all the same", async () => {
  const tenant = await aTenant();
  const { groupId, ana } = await aRoom(tenant);
  const ctx = tenant.as({ memberId: ana });
  await postMessage(ctx, { groupId, body: "um" });
  const stream = await openStream(
    port,
    `/m/${tenant.slug}/groups/${groupId}/events?after=1`,
    await signedIn(tenant, ana),
  );
  await sleep(500);
  // As of a process that died after it kept the message.
  await ctx.db.message.create({
    data: { id: ctx.tenantId, groupId, authorId: ana, body: "dois", position: 2, revision: 2 },
  });
  await ctx.db.roomLog.updateMany({ where: { groupId }, data: { lastPosition: 2, lastRevision: 2 } });
  await until(() => toldBy(stream).messages.length === 1);
  expect(toldBy(stream).messages.map(({ body }) => body)).toEqual(["dois"]);
  stream.response.destroy();
});
