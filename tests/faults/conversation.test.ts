import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, expect, test } from "vitest";
import { postMessage } from "@/lib/conversations/commands/post-message";
import { listMessages } from "@/lib/conversations/queries/list-messages";
import { freePort } from "@/lib/platform/db/embedded";
import { closeChanges } from "@/lib/platform/db/notify";
import { newId } from "@/lib/shared/ids";
import { closeEventStreams } from "@/server/event-streams";
import { aFullRoom, muchTalk } from "../support/full-room";
import { type Heard, openStream, streamServer, toldBy, until } from "../support/room";
import { aTenant } from "../support/world";

afterAll(async () => {
  await closeEventStreams();
  await closeChanges();
});

/** Every body once, and as many as were said. */
function expectEach(heard: readonly string[], said: readonly string[]): void {
  expect([...heard].sort()).toEqual([...said].sort());
}

test("C3: a thousand streams cut at once come back and have every message once", async () => {
  const STREAMS = 1_000;
  const tenant = await aTenant();
  const { groupId, memberIds, headersOf } = await aFullRoom(tenant.as("owner"), STREAMS);
  const { server, port } = await streamServer();
  const path = `/m/${tenant.slug}/groups/${groupId}/events?after=0`;
  const headers = await Promise.all(memberIds.map(headersOf));
  const all = async (last: (index: number) => string) => {
    const opened: Heard[] = [];
    for (let at = 0; at < STREAMS; at += 100)
      opened.push(
        ...(await Promise.all(
          headers.slice(at, at + 100).map((one, index) => {
            const id = last(at + index);
            return openStream(port, path, { ...one, ...(id && { "last-event-id": id }) });
          }),
        )),
      );
    return opened;
  };
  const author = tenant.as({ memberId: memberIds[0] ?? "" });
  const said: string[] = [];
  const say = async (count: number) => {
    for (let n = 0; n < count; n += 1) {
      said.push(`m${said.length}`);
      await postMessage(author, { groupId, body: said.at(-1) ?? "" });
    }
  };
  const before = await all(() => "");
  await say(10);
  await until(() => before.every((stream) => toldBy(stream).messages.length === 10), 20_000);
  for (const { response } of before) response.destroy();
  await say(30);
  const after = await all((index) => toldBy(before[index] ?? { text: "" }).lastId);
  await say(10);
  const heardBy = (index: number) =>
    [before[index], after[index]].flatMap((stream) =>
      stream ? toldBy(stream).messages.map(({ body }) => body) : [],
    );
  await until(() => after.every((stream) => toldBy(stream).messages.length === 40), 30_000);
  for (const index of memberIds.keys()) expect(heardBy(index)).toEqual(said);
  for (const { response } of after) response.destroy();
  server.close();
});

test("C3: the server is killed while fifty people write: every message is there once, for readers too", async () => {
  const WRITERS = 50;
  const EACH = 12;
  const tenant = await aTenant();
  const { groupId, memberIds, headersOf } = await aFullRoom(tenant.as("owner"), WRITERS);
  const port = await freePort();
  let child = await start(port);
  let isWriting = true;
  const reader = read(
    port,
    `/m/${tenant.slug}/groups/${groupId}/events?after=0`,
    await headersOf(memberIds[0] ?? ""),
  );
  const said: string[] = [];
  const write = async (memberId: string, writer: number) => {
    for (let n = 0; n < EACH; n += 1) {
      const body = `${writer}: ${n}`;
      said.push(body);
      const message = JSON.stringify({ tenantId: tenant.tenantId, memberId, groupId, key: newId(), body });
      // As a browser does: until it is answered, the same message under the same key.
      while (!(await posted(port, message))) await sleep(100);
      await sleep(Math.random() * 200);
    }
  };
  const kill = async () => {
    for (let kills = 0; isWriting && kills < 4; kills += 1) {
      await sleep(700);
      child.kill("SIGKILL");
      await once(child, "exit");
      child = await start(port);
    }
  };
  const killing = kill();
  await Promise.all(memberIds.map(write));
  isWriting = false;
  await killing;
  await until(() => new Set(reader.heard()).size === said.length, 20_000);
  const heard = reader.heard();
  reader.stop();
  child.kill("SIGKILL");

  expectEach(heard, said);
  const { db } = tenant.as("owner");
  const kept = await db.message.findMany({ where: { groupId }, select: { body: true, position: true } });
  expectEach(
    kept.map(({ body }) => body),
    said,
  );
  const positions = kept.map(({ position }) => Number(position)).sort((a, b) => a - b);
  expect(positions).toEqual(said.map((_, index) => index + 1));
});

test("C1: who reads ten thousand messages while others write sees each once, in its order", async () => {
  const COUNT = 10_000;
  const tenant = await aTenant();
  const { groupId, memberIds } = await aFullRoom(tenant.as("owner"), 20);
  await muchTalk(tenant.as("owner"), {
    groupId,
    memberIds,
    count: COUNT,
    from: new Date("2026-01-01T00:00:00Z"),
  });
  let isReading = true;
  const write = async (memberId: string) => {
    const ctx = { ...tenant.as({ memberId }), now: new Date() };
    while (isReading) await postMessage({ ...ctx, now: new Date() }, { groupId, body: "agora" });
  };
  const writing = memberIds.slice(0, 5).map(write);
  const reader = tenant.as({ memberId: memberIds[0] ?? "" });
  const seen: number[] = [];
  let cursor: string | undefined;
  do {
    const page = await listMessages(reader, { groupId, limit: 200, cursor });
    seen.push(...page.data.map(({ position }) => position ?? 0).filter((position) => position <= COUNT));
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  isReading = false;
  await Promise.all(writing);
  expect(seen).toEqual(Array.from({ length: COUNT }, (_, index) => COUNT - index));
});

async function start(port: number): Promise<ChildProcess> {
  const loader = ["--import", "./bin/server-only.mjs", "--import", "tsx"];
  const child = spawn(process.execPath, [...loader, "tests/faults/room-process.ts", String(port)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  await new Promise<void>((resolve) => child.stdout?.once("data", () => resolve()));
  return child;
}

async function posted(port: number, body: string): Promise<boolean> {
  const answer = await fetch(`http://127.0.0.1:${port}/`, { method: "POST", body }).catch(() => null);
  return answer?.ok ?? false;
}

/** A reader who comes back after each cut with the last event they had. */
function read(port: number, path: string, headers: Record<string, string>) {
  const past: string[] = [];
  let current: Heard | null = null;
  let last = "";
  let isOver = false;
  const bodies = (stream: Heard) => toldBy(stream).messages.map(({ body }) => body);
  const go = async () => {
    while (!isOver) {
      const stream = await openStream(port, path, {
        ...headers,
        ...(last && { "last-event-id": last }),
      }).catch(() => null);
      current = stream;
      if (stream) await until(() => isOver || stream.endedAt !== null, 60_000);
      if (stream && !isOver) {
        past.push(...bodies(stream));
        last = toldBy(stream).lastId || last;
        current = null;
      }
      await sleep(50);
    }
  };
  void go();
  return {
    heard: () => (current ? [...past, ...bodies(current)] : past),
    stop: () => {
      isOver = true;
    },
  };
}
