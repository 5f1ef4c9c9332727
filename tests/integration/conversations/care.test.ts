import { describe, expect, test } from "vitest";
import { decideReports } from "@/lib/conversations/commands/decide-reports";
import { editMessage } from "@/lib/conversations/commands/edit-message";
import { postMessage } from "@/lib/conversations/commands/post-message";
import { reactToMessage } from "@/lib/conversations/commands/react";
import { refuseWords } from "@/lib/conversations/commands/refuse-words";
import { reportMessage } from "@/lib/conversations/commands/report-message";
import { setSlowMode } from "@/lib/conversations/commands/set-slow-mode";
import { endSilence, silenceMember } from "@/lib/conversations/commands/silence-member";
import { getRoomRules, listReports, listSilences } from "@/lib/conversations/queries/get-room-care";
import { getMessage } from "@/lib/conversations/queries/list-messages";
import { setGroupRole } from "@/lib/groups/commands/set-group-role";
import { newId } from "@/lib/shared/ids";
import { aRoom, later } from "../../support/room";
import { aTenant } from "../../support/world";

async function aLedRoom() {
  const tenant = await aTenant();
  const room = await aRoom(tenant);
  await setGroupRole(tenant.as("owner"), { groupId: room.groupId, memberId: room.ana, role: "admin" });
  return {
    tenant,
    ...room,
    hers: tenant.as({ memberId: room.ana }),
    his: tenant.as({ memberId: room.beto }),
  };
}

describe("reports (C4)", () => {
  test("wait for those who look after the room, with the reasons and without who reported", async () => {
    const { tenant, groupId, beto, hers, his } = await aLedRoom();
    const { id } = await postMessage(hers, { groupId, body: "Compre já" });
    for (const reason of ["Propaganda", "De novo"]) await reportMessage(his, { id, reason });
    await reportMessage(tenant.as("owner"), { id, reason: "" });
    const { data } = await listReports(hers, { groupId, limit: 10 });
    expect(data).toMatchObject([{ message: { id, body: "Compre já" }, count: 2, reasons: ["Propaganda"] }]);
    expect(JSON.stringify(data)).not.toContain(beto);
    await expect(listReports(his, { groupId, limit: 10 })).rejects.toMatchObject({ code: "not_allowed" });
    await expect(decideReports(his, { id, remove: true })).rejects.toMatchObject({ code: "not_allowed" });
  });

  test("a decision removes the message with a trace, or lets it stand; either way nothing waits any more", async () => {
    const { tenant, groupId, hers, his } = await aLedRoom();
    const bad = await postMessage(his, { groupId, body: "Compre já" });
    const good = await postMessage(his, { groupId, body: "Oi" });
    for (const { id } of [bad, good]) await reportMessage(tenant.as("owner"), { id, reason: "" });
    await decideReports(hers, { id: bad.id, remove: true });
    await decideReports(hers, { id: good.id, remove: false });
    expect((await listReports(hers, { groupId, limit: 10 })).data).toEqual([]);
    expect(await getMessage(his, bad.id)).toMatchObject({ body: "" });
    expect((await getMessage(his, bad.id)).removedAt).not.toBeNull();
    expect(await getMessage(his, good.id)).toMatchObject({ body: "Oi", removedAt: null });
  });

  test("what is not in sight is not there to report (T3)", async () => {
    const { tenant, groupId, carla, hers } = await aLedRoom();
    const { id } = await postMessage(hers, { groupId, body: "oi" });
    const asked = reportMessage(tenant.as({ memberId: carla }), { id, reason: "" });
    await expect(asked).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("silence for a time (C4)", () => {
  test("who is silenced neither writes, edits nor reacts until the time is over, and reads on", async () => {
    const { groupId, beto, hers, his } = await aLedRoom();
    const { id } = await postMessage(his, { groupId, body: "oi" });
    await silenceMember(hers, { groupId, memberId: beto, minutes: 10 });
    for (const act of [
      () => postMessage(his, { groupId, body: "x" }),
      () => editMessage(his, { id, body: "x" }),
      () => reactToMessage(his, { id, emoji: "👍" }),
    ])
      await expect(act()).rejects.toMatchObject({ code: "silenced" });
    expect(await getMessage(his, id)).toMatchObject({ body: "oi" });
    expect(await listSilences(hers, groupId)).toMatchObject([{ memberId: beto, name: "Beto" }]);
    await postMessage(later(his, 11), { groupId, body: "de volta" });
    expect(await listSilences(later(hers, 11), groupId)).toEqual([]);
  });

  test("is ended by those who may begin it; who looks after the room cannot be silenced", async () => {
    const { groupId, ana, beto, carla, hers, his } = await aLedRoom();
    await silenceMember(hers, { groupId, memberId: beto, minutes: 10 });
    await expect(endSilence(his, { groupId, memberId: beto })).rejects.toMatchObject({ code: "not_allowed" });
    await endSilence(hers, { groupId, memberId: beto });
    await postMessage(his, { groupId, body: "obrigado" });
    const refused = [
      [ana, "not_allowed"],
      [carla, "not_a_member"],
    ] as const;
    for (const [memberId, code] of refused)
      await expect(silenceMember(hers, { groupId, memberId, minutes: 10 })).rejects.toMatchObject({ code });
  });
});

describe("slow mode (C4)", () => {
  test("each waits between two messages, of two at once one is kept, a retry is the same one, and admins do not wait", async () => {
    const { groupId, hers, his } = await aLedRoom();
    await setSlowMode(hers, { groupId, seconds: 60 });
    const both = await Promise.allSettled([1, 2].map((n) => postMessage(his, { groupId, body: `m${n}` })));
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    await expect(postMessage(his, { groupId, body: "x" })).rejects.toMatchObject({
      code: "slow_mode",
      params: { seconds: 60 },
    });
    const key = newId();
    const minuteLater = later(his, 1);
    const first = await postMessage(minuteLater, { groupId, body: "y", key });
    expect(await postMessage(minuteLater, { groupId, body: "y", key })).toEqual(first);
    for (const body of ["a", "b"]) await postMessage(hers, { groupId, body });
    await expect(setSlowMode(his, { groupId, seconds: 0 })).rejects.toMatchObject({ code: "not_allowed" });
    await setSlowMode(hers, { groupId, seconds: 0 });
    for (const body of ["c", "d"]) await postMessage(his, { groupId, body });
  });
});

describe("refused words (C4)", () => {
  test("no message comes in or is changed to have one, and those who look after the room are not held up", async () => {
    const { groupId, hers, his } = await aLedRoom();
    await refuseWords(hers, { groupId, words: ["golpe", "aposta*"] });
    await expect(postMessage(his, { groupId, body: "É GÓLPE!" })).rejects.toMatchObject({
      code: "word_refused",
      params: { word: "golpe" },
    });
    const { id } = await postMessage(his, { groupId, body: "bom dia" });
    await expect(editMessage(his, { id, body: "apostas aqui" })).rejects.toMatchObject({
      code: "word_refused",
    });
    await postMessage(hers, { groupId, body: "cuidado com o golpe do pix" });
    await expect(refuseWords(his, { groupId, words: [] })).rejects.toMatchObject({ code: "not_allowed" });
    expect(await getRoomRules(hers, groupId)).toEqual({ slowSeconds: 0, refusedWords: ["golpe", "aposta*"] });
  });
});
