import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { editMessage } from "@/lib/conversations/commands/edit-message";
import { postMessage } from "@/lib/conversations/commands/post-message";
import { removeMessage } from "@/lib/conversations/commands/remove-message";
import { showPreview } from "@/lib/conversations/commands/show-preview";
import { listChanges } from "@/lib/conversations/queries/list-changes";
import { listMessages } from "@/lib/conversations/queries/list-messages";
import { deleteGroup } from "@/lib/groups/commands/delete-group";
import type { TenantContext } from "@/lib/platform/context";
import type { Guard } from "@/lib/platform/http/guarded-fetch";
import { eraseMember } from "@/lib/privacy/commands/erase-member";
import { aRoom, later } from "../../support/room";
import { aTenant, type Neighbour } from "../../support/world";

let server: Server;
let asked: string[] = [];
let title = "";

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(request.url ?? "");
    if (request.url === "/picture.png") return void response.setHeader("content-type", "image/png").end("x");
    if (request.url === "/gone") return void response.writeHead(404, { "content-type": "text/html" }).end();
    response.setHeader("content-type", "text/html").end(`<title>${title}</title>`);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", () => resolve()));
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  asked = [];
  title = "A corrida de sábado";
});

const port = () => (server.address() as AddressInfo).port;
/** Of this test alone: its own server. */
const guard: Guard = {
  mayConnect: (address, given) => address === "127.0.0.1" && given === port(),
  resolve: () => Promise.resolve([{ address: "127.0.0.1", family: 4 }]),
};
const linkTo = (path: string) => `http://pagina.example:${port()}${path}`;

/** Does what the queued jobs would. @returns how many pages were to be asked */
async function ask(ctx: TenantContext, with_: Guard | undefined = guard): Promise<number> {
  const before = asked.length;
  for (const { id } of await ctx.db.linkPreview.findMany({ select: { id: true } }))
    await showPreview(ctx, id, with_);
  return asked.length - before;
}

async function aTalk() {
  const tenant: Neighbour = await aTenant();
  const room = await aRoom(tenant);
  const ana = { ...tenant.as({ memberId: room.ana }), now: new Date() };
  const newest = async () => (await listMessages(ana, { groupId: room.groupId, limit: 1 })).data[0];
  return { ...room, tenant, owner: tenant.as("owner"), anaCtx: ana, newest };
}

describe("the page that a message links to (C1)", () => {
  test("is asked once and shown to the room, who is there hears of it", async () => {
    const { groupId, owner, anaCtx, newest } = await aTalk();
    const { id } = await postMessage(anaCtx, { groupId, body: `Olhem ${linkTo("/a")}` });
    expect((await newest())?.link).toBeNull();
    const { revision } = await listChanges(anaCtx, { groupId, after: 0, limit: 9 });
    await ask(owner);
    const link = { url: linkTo("/a"), title: "A corrida de sábado", description: "" };
    expect(await newest()).toMatchObject({ id, link });
    const told = await listChanges(anaCtx, { groupId, after: revision, limit: 9 });
    expect(told.messages.map((message) => message.link)).toEqual([link]);
    await postMessage(anaCtx, { groupId, body: `De novo ${linkTo("/a")}` });
    expect((await newest())?.link).toEqual(link);
    expect([asked, await anaCtx.db.linkPreview.count()]).toEqual([["/a"], 1]);
  });

  test("is asked again after a week, and one that said nothing after an hour", async () => {
    const { groupId, owner, anaCtx, newest } = await aTalk();
    title = "";
    const post = (ctx: TenantContext) => postMessage(ctx, { groupId, body: linkTo("/b") });
    const askedAt = async () => (await owner.db.linkPreview.findFirstOrThrow()).askedAt.getTime();
    await post(anaCtx);
    await ask(owner);
    expect((await newest())?.link).toBeNull();
    await post(later(anaCtx, 30));
    expect(await askedAt()).toBe(anaCtx.now.getTime());
    await post(later(anaCtx, 61));
    expect(await askedAt()).toBe(later(anaCtx, 61).now.getTime());
    title = "Agora sim";
    await ask(owner);
    expect((await newest())?.link?.title).toBe("Agora sim");
    await post(later(anaCtx, 61 + 6 * 24 * 60));
    expect(await askedAt()).toBe(later(anaCtx, 61).now.getTime());
    await post(later(anaCtx, 62 + 7 * 24 * 60));
    expect(await askedAt()).toBe(later(anaCtx, 62 + 7 * 24 * 60).now.getTime());
  });

  test("has no preview when it is no page, is not there, or is inside of our networks", async () => {
    const { groupId, owner, anaCtx } = await aTalk();
    for (const path of ["/picture.png", "/gone"]) await postMessage(anaCtx, { groupId, body: linkTo(path) });
    await ask(owner);
    expect(asked).toEqual(["/picture.png", "/gone"]);
    asked = [];
    // As the job does it: without a guard of a test.
    await postMessage(anaCtx, { groupId, body: `http://127.0.0.1:${port()}/admin` });
    await postMessage(anaCtx, { groupId, body: `http://localhost:${port()}/admin` });
    for (const { id } of await owner.db.linkPreview.findMany({
      where: { url: { contains: "/admin" } },
      select: { id: true },
    }))
      await showPreview(owner, id);
    expect(asked).toEqual([]);
    const shown = await listMessages(anaCtx, { groupId, limit: 9 });
    expect(shown.data.map(({ link }) => link)).toEqual([null, null, null, null]);
  });

  test("P16: its preview goes with the last message that links to it: edited, removed, erased, or gone with its room", async () => {
    const { groupId, ana, owner, anaCtx, newest } = await aTalk();
    const count = () => owner.db.linkPreview.count();
    const first = await postMessage(anaCtx, { groupId, body: linkTo("/c") });
    const second = await postMessage(anaCtx, { groupId, body: linkTo("/c") });
    await ask(owner);
    await editMessage(anaCtx, { id: second.id, body: `melhor ${linkTo("/d")}` });
    expect(await count()).toBe(2);
    await removeMessage(anaCtx, { id: first.id });
    expect(await count()).toBe(1);
    await ask(owner);
    expect((await newest())?.link?.url).toBe(linkTo("/d"));
    await eraseMember({ ...owner, now: new Date() }, ana);
    expect(await count()).toBe(0);
    await postMessage({ ...owner, now: new Date() }, { groupId, body: linkTo("/e") });
    expect(await count()).toBe(1);
    await deleteGroup({ ...owner, now: new Date() }, { groupId });
    expect(await count()).toBe(0);
  });
});
