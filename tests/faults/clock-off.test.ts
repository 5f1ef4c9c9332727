import { afterAll, beforeAll, expect, test } from "vitest";
import { aMailServer } from "../support/smtp-world";
import { workUntil } from "../support/worker-process";
import { inRounds } from "./fault-rounds";
import { aFullVillage, anAnnouncementDue, expectWhole, type FullVillage, statusOf } from "./full-village";

const SOME = 100;
const HOUR_MS = 3_600_000;
const PRELOADED = ["./tests/support/shifted-clock.ts"];

let village: FullVillage;

beforeAll(async () => {
  village = await aFullVillage({ people: SOME, hasAddresses: true });
}, 60_000);

afterAll(async () => {
  await village.owner.end();
});

test("A6, A12: the clock of a worker, up to two hours off, neither holds what is due up nor asks for it again and again", async () => {
  const { owner } = village;
  await inRounds(async (chance) => {
    const shift = Math.round((chance() - 0.5) * 4 * HOUR_MS);
    const before = await jobsMade();
    const id = await anAnnouncementDue(village);
    const isSent = async () => (await statusOf(owner, id)) === "sent";
    await workUntil(isSent, { SHIFT_CLOCK_MS: String(shift) }, PRELOADED);
    await expectWhole(owner, id, { sent: SOME });
    // Its start, its sending, and what is made up for by the clock of an hour that seems to have passed: three a minute.
    expect((await jobsMade()) - before).toBeLessThan(300);
  });
}, 900_000);

test("what is to be tried again waits its pause by the database's clock", async () => {
  const { owner } = village;
  const { url } = await aMailServer(() => ({ refuse: 451, at: "data" }));
  const id = await anAnnouncementDue(village, ["email"]);
  const waitAfterOneTry = `SELECT 1 FROM deliveries d JOIN occurrences o ON o.tenant_id = d.tenant_id AND o.id = d.occurrence_id
    WHERE o.announcement_id = $1 AND d.status = 'queued' AND d.attempts = 1 AND d.lease_until > now()`;
  const doAllWait = async () => (await owner.query(waitAfterOneTry, [id])).rowCount === SOME;
  const env = { SMTP_URL: url, MAIL_PER_SECOND: "5000", SHIFT_CLOCK_MS: String(-HOUR_MS) };
  await workUntil(doAllWait, env, PRELOADED);
});

async function jobsMade(): Promise<number> {
  const { rows } = await village.owner.query<{ made: number }>(
    "SELECT coalesce(pg_sequence_last_value(pg_get_serial_sequence('graphile_worker._private_jobs', 'id')), 0)::int AS made",
  );
  return rows[0]?.made ?? 0;
}
