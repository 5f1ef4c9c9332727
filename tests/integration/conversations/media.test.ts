import { existsSync, mkdtempSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { banMember } from "@/lib/bans/commands/ban-member";
import { editMessage } from "@/lib/conversations/commands/edit-message";
import { postMessage } from "@/lib/conversations/commands/post-message";
import { receiveForRoom } from "@/lib/conversations/commands/receive-for-room";
import { removeMessage } from "@/lib/conversations/commands/remove-message";
import { silenceMember } from "@/lib/conversations/commands/silence-member";
import { systemRoomChanges } from "@/lib/conversations/queries/list-changes";
import { listMessages, searchMessages } from "@/lib/conversations/queries/list-messages";
import { deleteGroup } from "@/lib/groups/commands/delete-group";
import { leaveGroup } from "@/lib/groups/commands/leave-group";
import { systemSweepMedia } from "@/lib/media/commands/sweep-media";
import { platformClient } from "@/lib/platform/db/clients";
import { dataDir } from "@/lib/platform/env";
import { fileFolder } from "@/lib/platform/files/file-paths";
import { eraseMember } from "@/lib/privacy/commands/erase-member";
import { nextRows } from "@/lib/privacy/export/sections-sql";
import { newId } from "@/lib/shared/ids";
import { anUpload, aPdf, aPhoto, sent } from "../../support/media";
import { aRoom } from "../../support/room";
import { aTenant, aWorld, type Neighbour } from "../../support/world";
import { signIn } from "../matrix/web-edge";

beforeEach(() => {
  process.env.ALDEIA_DATA_DIR = mkdtempSync(join(tmpdir(), "aldeia-talk-media-"));
});

const now = (tenant: Neighbour, who: Parameters<Neighbour["as"]>[0]) => ({
  ...tenant.as(who),
  now: new Date(),
});
const hasBytes = (tenant: Neighbour, id: string) => existsSync(fileFolder(tenant.tenantId, id));

/** A room in which Ana has shown a picture. */
async function shown(tenant: Neighbour) {
  const room = await aRoom(tenant);
  const ana = now(tenant, { memberId: room.ana });
  const { id: mediaId } = await anUpload(ana);
  const { id } = await postMessage(ana, {
    groupId: room.groupId,
    body: "",
    media: [{ id: mediaId, alt: "A nova pista, ao pôr do sol", decorative: false }],
  });
  return { ...room, id, mediaId };
}

async function withLogin(tenant: Neighbour, memberId: string): Promise<string> {
  const userId = newId();
  await platformClient().user.create({ data: { id: userId, email: `${userId}@casa.example`, name: "" } });
  await tenant.as("owner").db.member.updateMany({ where: { id: memberId }, data: { userId } });
  return userId;
}

/** What the address of a medium answers to somebody, or to nobody. */
async function fetched(tenant: Neighbour, userId: string | null, id: string): Promise<number> {
  const { status, headers } = await answerOf(tenant, userId, id);
  // No browser keeps it beyond the right to see it.
  expect([
    headers.get("aldeia-keep"),
    status === 404 || headers.get("cache-control") === "private, no-cache",
  ]).toEqual([null, true]);
  return status;
}

async function answerOf(tenant: Neighbour, userId: string | null, id: string): Promise<Response> {
  await signIn(userId);
  const { GET } = await import("@/app/media/[tenant]/[id]/route");
  const request = new Request(`http://localhost/media/${tenant.slug}/${id}`);
  const answer = await GET(request, { params: Promise.resolve({ tenant: tenant.slug, id }) });
  await answer.arrayBuffer();
  return answer;
}

describe("what a message shows (C1)", () => {
  test("a message may be a picture alone, with or without words for it; something must be in it", async () => {
    const tenant = await aTenant();
    const { groupId, ana, beto, id, mediaId } = await shown(tenant);
    const [view] = (await listMessages(now(tenant, { memberId: beto }), { groupId, limit: 5 })).data;
    const alt = "A nova pista, ao pôr do sol";
    expect(view).toMatchObject({ id, body: "", kind: "media", media: [{ id: mediaId, alt, kind: "image" }] });
    const changes = await systemRoomChanges(tenant.as("owner"), { groupId, after: 0, limit: 9 });
    expect(changes.messages[0]?.media).toMatchObject([{ id: mediaId, alt }]);
    const { id: bare } = await anUpload(now(tenant, { memberId: ana }));
    const said = { groupId, body: "Olhem", media: [{ id: bare, alt: "", decorative: false }] };
    expect(await postMessage(now(tenant, { memberId: ana }), said)).toMatchObject({});
  });

  test("an answer to a picture says that it is one; the words for it are found, accents ignored", async () => {
    const tenant = await aTenant();
    const { groupId, beto, id, mediaId } = await shown(tenant);
    const ctx = now(tenant, { memberId: beto });
    await postMessage(ctx, { groupId, body: "Linda!", replyTo: id });
    const [answer] = (await listMessages(ctx, { groupId, limit: 1 })).data;
    expect(answer?.quote).toMatchObject({ id, body: "", hasMedia: true });
    const found = await searchMessages(ctx, { groupId, q: "PISTA por", limit: 5 });
    expect(found.data.map(({ media }) => media[0]?.id)).toEqual([mediaId]);
  });

  test("a retry under the same key is the same message, and its author may change its words", async () => {
    const tenant = await aTenant();
    const { groupId, ana } = await aRoom(tenant);
    const ctx = now(tenant, { memberId: ana });
    const { id: mediaId } = await anUpload(ctx);
    const message = {
      groupId,
      body: "Vejam",
      key: newId(),
      media: [{ id: mediaId, alt: "", decorative: false }],
    };
    const [first, second] = [await postMessage(ctx, message), await postMessage(ctx, message)];
    expect(second).toEqual(first);
    await editMessage(ctx, { id: first.id, body: "Vejam só" });
    const [view] = (await listMessages(ctx, { groupId, limit: 5 })).data;
    expect(view).toMatchObject({ body: "Vejam só", media: [{ id: mediaId }] });
  });

  test("T3: what somebody else uploaded, the team or another tenant, is as unknown as nothing; words for a picture keep to the room's rules", async () => {
    const { here, there } = await aWorld();
    const { groupId, ana, beto } = await aRoom(here);
    const ctx = now(here, { memberId: ana });
    const others = [
      await anUpload(now(here, { memberId: beto })),
      await anUpload(now(here, "owner")),
      await anUpload(now(there, "owner")),
    ];
    for (const { id } of others)
      await expect(
        postMessage(ctx, { groupId, body: "x", media: [{ id, alt: "", decorative: false }] }),
      ).rejects.toMatchObject({ issues: [{ path: "media.0.id", code: "unknown_id" }] });
    await here.as("owner").db.group.updateMany({ where: { id: groupId }, data: { refusedWords: ["golpe"] } });
    const { id } = await anUpload(ctx);
    const media = [{ id, alt: "um golpe", decorative: false }];
    await expect(postMessage(ctx, { groupId, body: "", media })).rejects.toMatchObject({
      code: "word_refused",
    });
  });
});

describe("who fetches it (P12, R7)", () => {
  test("those who read the room do: who left, was banned, is of elsewhere or nobody does not", async () => {
    const { here, there } = await aWorld();
    const { groupId, communityId, ana, beto, carla, mediaId } = await shown(here);
    const [anaUser, betoUser, carlaUser] = [
      await withLogin(here, ana),
      await withLogin(here, beto),
      await withLogin(here, carla),
    ];
    const answers = async () => ({
      ana: await fetched(here, anaUser, mediaId),
      beto: await fetched(here, betoUser, mediaId),
      carla: await fetched(here, carlaUser, mediaId),
      owner: await fetched(here, here.staff.owner.userId, mediaId),
      marketer: await fetched(here, here.staff.marketer.userId, mediaId),
      finance: await fetched(here, here.staff.finance.userId, mediaId),
      elsewhere: await fetched(here, there.staff.owner.userId, mediaId),
      nobody: await fetched(here, null, mediaId),
    });
    const others = { carla: 404, owner: 200, marketer: 404, finance: 404, elsewhere: 404, nobody: 404 };
    expect(await answers()).toEqual({ ...others, ana: 200, beto: 200 });
    await banMember(now(here, "owner"), { communityId, memberId: beto, reason: "" });
    expect(await fetched(here, betoUser, mediaId)).toBe(404);
    await leaveGroup(now(here, { memberId: ana }), { groupId, memberId: ana });
    // Also who uploaded it: it is the room's now.
    expect(await fetched(here, anaUser, mediaId)).toBe(404);
    expect(await fetched(here, here.staff.owner.userId, mediaId)).toBe(200);
  });

  test("who may not write in the room is told so before a byte is read, and a line that breaks leaves nothing", async () => {
    const tenant = await aTenant();
    const { groupId, ana, carla } = await aRoom(tenant);
    let read = 0;
    async function* counted() {
      read += 1;
      yield await aPhoto();
    }
    const upload = (memberId: string) =>
      receiveForRoom(now(tenant, { memberId }), groupId, counted(), "a.jpg");
    await expect(upload(carla)).rejects.toMatchObject({ code: "not_found" });
    await silenceMember(now(tenant, "owner"), { groupId, memberId: ana, minutes: 5 });
    await expect(upload(ana)).rejects.toMatchObject({ code: "silenced" });
    expect(read).toBe(0);
    await tenant.as("owner").db.roomSilence.deleteMany({ where: { groupId } });
    async function* cutOff() {
      yield (await aPhoto()).subarray(0, 5_000);
      throw new Error("the line broke");
    }
    await expect(receiveForRoom(now(tenant, { memberId: ana }), groupId, cutOff(), "a.jpg")).rejects.toThrow(
      "the line broke",
    );
    expect(readdirSync(join(dataDir(), "uploads"))).toEqual([]);
    expect(await tenant.as("owner").db.media.count()).toBe(0);
    const archive = sent(Buffer.from("PK\x03\x04 an archive", "latin1"));
    await expect(
      receiveForRoom(now(tenant, { memberId: ana }), groupId, archive, "a.jpg"),
    ).rejects.toMatchObject({ issues: [{ path: "file", code: "file_type_refused" }] });
  });
});

describe("when it goes", () => {
  test("with the message its picture is gone at once, unless another message shows it too", async () => {
    const tenant = await aTenant();
    const { groupId, ana, id, mediaId } = await shown(tenant);
    const ctx = now(tenant, { memberId: ana });
    const again = await postMessage(ctx, {
      groupId,
      body: "De novo",
      media: [{ id: mediaId, alt: "", decorative: false }],
    });
    await removeMessage(ctx, { id });
    expect(hasBytes(tenant, mediaId)).toBe(true);
    await removeMessage(ctx, { id: again.id });
    expect(hasBytes(tenant, mediaId)).toBe(false);
    expect(await ctx.db.media.count()).toBe(0);
    const [view] = (await listMessages(ctx, { groupId, limit: 5 })).data;
    expect(view).toMatchObject({ media: [], body: "" });
    expect(view?.removedAt).not.toBeNull();
  });

  test("a room that is deleted lets go of what was shown in it: the sweep takes it", async () => {
    const tenant = await aTenant();
    const { groupId, mediaId } = await shown(tenant);
    await systemSweepMedia(new Date(Date.now() + 3 * 86_400_000));
    expect(hasBytes(tenant, mediaId)).toBe(true);
    await deleteGroup(now(tenant, "owner"), { groupId });
    expect(await tenant.as("owner").db.mediaUse.count()).toBe(0);
    await systemSweepMedia(new Date(Date.now() + 3 * 86_400_000));
    expect(hasBytes(tenant, mediaId)).toBe(false);
  });

  test("P16: an erasure takes what the person showed and uploaded, bytes and words; an export names it first", async () => {
    const tenant = await aTenant();
    const { groupId, ana, beto, mediaId } = await shown(tenant);
    const ctx = now(tenant, { memberId: ana });
    const unused = await anUpload(ctx, aPdf(), "lista da Ana.pdf");
    const betos = await anUpload(now(tenant, { memberId: beto }));
    const media = [{ id: betos.id, alt: "A Ana com o troféu, ana@pessoas.example", decorative: false }];
    await postMessage(now(tenant, { memberId: beto }), { groupId, body: "", media });
    const [row] = await nextRows(ctx.db, "messages", { memberId: ana, after: "" });
    expect(row?.row.media).toBe("A nova pista, ao pôr do sol");
    await tenant.as("owner").db.identifier.create({
      data: {
        id: newId(),
        memberId: ana,
        kind: "email",
        value: "ana@pessoas.example",
        canonical: "ana@pessoas.example",
      },
    });
    await eraseMember(now(tenant, "owner"), ana);
    expect([mediaId, unused.id, betos.id].map((id) => hasBytes(tenant, id))).toEqual([false, false, true]);
    const left = await tenant
      .as("owner")
      .db.message.findMany({ select: { media: true }, orderBy: { id: "asc" } });
    expect(left.map(({ media }) => media)).toMatchObject([null, [{ alt: "A Ana com o troféu, •••" }]]);
  });
});
