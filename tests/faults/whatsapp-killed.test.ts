import { createServer, type Server } from "node:http";
import type pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { aWhatsappHouse, numberOf, type WhatsappHouse } from "../support/whatsapp-house";
import { killWhen, workUntil } from "../support/worker-process";
import { inRounds, isBrief } from "./fault-rounds";
import {
  aMinuteLater,
  anAnnouncementDue,
  anOwner,
  expectWhole,
  PEOPLE as FULL,
  progress,
  statusOf,
} from "./full-village";

const PEOPLE = isBrief ? Math.floor(FULL / 10) : FULL;
const KILLS = 2;
// Three claims of twenty letters of each drain; each worker after a killed one runs one drain more, and one more where the
// minute's sweep meets it.
const MOST_CLAIMED = 60 * ((KILLS * (KILLS + 1)) / 2 + KILLS);
const PER_SECOND = 1_000;

let owner: pg.Client;
let provider: Awaited<ReturnType<typeof aProvider>>;

beforeAll(async () => {
  owner = await anOwner();
  provider = await aProvider();
});

afterAll(async () => {
  provider.server.closeAllConnections();
  provider.server.close();
  await owner.end();
});

test("A8, A16, X10: workers killed while a full house is written to, and while tripled news of it come in any order, leave one call a letter and counters equal to rows", async () => {
  const house = await aWhatsappHouse(PEOPLE, { perSecond: PER_SECOND });
  const env = { WHATSAPP_API_URL: provider.url };
  await inRounds(async (chance) => {
    provider.asked.clear();
    const id = await anAnnouncementDue(house, ["in_app", "whatsapp"]);
    for (let kill = 0; kill < KILLS; kill += 1) {
      const share = (kill + chance()) / (KILLS + 0.2);
      await killWhen(async () => (await progress(owner, id)) >= share * PEOPLE, env);
      await aMinuteLater(owner);
    }
    await workUntil(async () => (await statusOf(owner, id)) === "sent", env);
    expect([...provider.asked.values()].filter((times) => times > 1)).toEqual([]);

    const told = await tell(house, [...provider.asked.keys()]);
    for (let kill = 0; kill < KILLS; kill += 1) {
      const open = (1 - (kill + chance()) / KILLS) * told.events;
      await killWhen(async () => (await openEvents()) <= open, env);
      await aMinuteLater(owner);
    }
    await workUntil(async () => (await openEvents()) === 0, env);
    const { failed, delivered, read } = told;
    // Who was in the hand of a killed worker and never asked for: nobody knows, and it is said.
    const unknown = PEOPLE - provider.asked.size;
    expect(unknown).toBeLessThanOrEqual(MOST_CLAIMED);
    await expectWhole(owner, id, { failed, delivered, read, unknown });
  });
}, 3_600_000);

/** Puts news of these letters into the webhook, each three times, in any order. @returns how many of each */
async function tell({ line }: WhatsappHouse, letters: readonly string[]) {
  const number = line.standIn.numbers.get(line.phoneNumberId);
  if (!number) throw new Error("no number");
  const told = { failed: 0, delivered: 0, read: 0, events: letters.length };
  const kinds = ["read", "delivered", "read", "failed"] as const;
  const news = letters.map((letter, n) => {
    const status = kinds[n % kinds.length] ?? "read";
    told[status] += 1;
    const code = status === "failed" ? { code: 131_026 } : {};
    return { kind: "status" as const, id: `wamid.${letter}`, letter, to: numberOf(n), status, ...code };
  });
  Object.assign(line.standIn.courier.manner, { copies: 3, shuffled: true, batchSize: 1_000 });
  line.standIn.courier.add(number, news);
  await line.standIn.courier.deliver();
  return told;
}

async function openEvents(): Promise<number> {
  const { rows } = await owner.query<{ n: number }>(
    "SELECT count(*)::int AS n FROM whatsapp_events WHERE handled_at IS NULL",
  );
  return rows[0]?.n ?? 0;
}

/** The Cloud API at its fastest: takes every message, and counts how often each letter was asked for. */
async function aProvider(): Promise<{ server: Server; url: string; asked: Map<string, number> }> {
  const asked = new Map<string, number>();
  const server = createServer((request, response) => {
    let text = "";
    request.setEncoding("utf8").on("data", (chunk: string) => {
      text += chunk;
    });
    request.once("end", () => {
      const { biz_opaque_callback_data: letter = "" } = JSON.parse(text || "{}") as Record<string, string>;
      asked.set(letter, (asked.get(letter) ?? 0) + 1);
      response.writeHead(200, { "content-type": "application/json" });
      response.end(JSON.stringify({ messages: [{ id: `wamid.${letter}` }] }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  return { server, asked, url: `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}/v24.0` };
}
