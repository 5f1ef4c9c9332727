import { afterAll, beforeAll, expect, test } from "vitest";
import { aMailServer } from "../support/smtp-world";
import { killWhen, workUntil } from "../support/worker-process";
import { inRounds } from "./fault-rounds";
import {
  aFullVillage,
  aMinuteLater,
  anAnnouncementDue,
  expectWhole,
  type FullVillage,
  rowsOf,
  statusOf,
} from "./full-village";

// What a mail server of the tests takes in reasonable time; 21,504 are met in whatsapp-killed.test.ts.
const PEOPLE = 3_000;
const KILLS = 3;
// What one kill leaves open of each drain: three claims of ten letters, and a hundred that were sent and not yet written. What a
// killed worker held is queued again beside what the next one looks for by itself: each runs one drain more.
const DRAINS = (KILLS * (KILLS + 1)) / 2;
const MOST_CLAIMED = 30 * DRAINS;
const MOST_UNWRITTEN = 100 * DRAINS;

let village: FullVillage;

beforeAll(async () => {
  village = await aFullVillage({ people: PEOPLE, hasAddresses: true });
}, 60_000);

afterAll(async () => {
  await village.owner.end();
});

test("A8, A16: a worker killed at random points of a sending by e-mail sends no letter twice and loses none in silence", async () => {
  const { owner } = village;
  const { handedOver, url } = await aMailServer();
  const env = { SMTP_URL: url, MAIL_PER_SECOND: "5000" };
  await inRounds(async (chance) => {
    handedOver.splice(0);
    const id = await anAnnouncementDue(village, ["in_app", "email"]);
    for (let kill = 0; kill < KILLS; kill += 1) {
      const goal = ((kill + chance()) / (KILLS + 0.5)) * PEOPLE;
      await killWhen(async () => handedOver.length >= goal, env);
      await aMinuteLater(owner);
    }
    await workUntil(async () => (await statusOf(owner, id)) === "sent", env);
    const { sent = 0, unknown = 0 } = await rowsOf(owner, id);
    // Nobody twice; who got none is told as unknown, and is among those that were in hand.
    expect(new Set(handedOver).size).toBe(handedOver.length);
    expect(sent + unknown).toBe(PEOPLE);
    expect(handedOver.length).toBeGreaterThanOrEqual(sent);
    expect(unknown).toBeLessThanOrEqual(MOST_CLAIMED + MOST_UNWRITTEN);
    expect(PEOPLE - handedOver.length).toBeLessThanOrEqual(MOST_CLAIMED);
    await expectWhole(owner, id, { sent, unknown });
  });
}, 3_600_000);
