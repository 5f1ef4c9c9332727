import { describe, expect, test } from "vitest";
import { recordAudit } from "@/lib/audit/commands/record-audit";
import { checkChain } from "@/lib/audit-log/queries/check-chain";
import { createMember } from "@/lib/members/commands/create-member";
import { platformClient } from "@/lib/platform/db/clients";
import { eraseMember } from "@/lib/privacy/commands/erase-member";
import { systemForgetExpired } from "@/lib/privacy/commands/forget-expired";
import { KEPT_DAYS } from "@/lib/privacy/rules";
import { daysAfter } from "@/lib/shared/days";
import { newId } from "@/lib/shared/ids";
import { asOwner } from "../../support/as-owner";
import { dumpDatabase } from "../../support/dump";
import { aMember, aTenant, type Neighbour } from "../../support/world";

// P16: what is personal and of use for a while only goes when its time is over, and earlier with its person (X29).
const NOW = new Date("2026-11-20T12:00:00Z");
const url = () => process.env.DATABASE_URL ?? "";

/** A job that failed, as the engine leaves it: with a payload and the text of its last fault. */
async function aFailedJob(
  here: Neighbour,
  job: { at: Date; payload?: object; fault: string },
): Promise<string> {
  const payload = JSON.stringify({ tenantId: here.tenantId, ...job.payload });
  const [row] = await asOwner<{ id: string }>(
    url(),
    `WITH made AS (SELECT id FROM graphile_worker.add_job('send_mail', $1::json, max_attempts => 1))
     SELECT id::text FROM made`,
    [payload],
  );
  await asOwner(
    url(),
    `UPDATE graphile_worker._private_jobs SET attempts = 1, updated_at = $2, last_error = $3 WHERE id = $1`,
    [row?.id, job.at, job.fault],
  );
  return row?.id ?? "";
}

const jobsLeft = async (ids: readonly string[]) =>
  (
    await asOwner<{ id: string; fault: string | null }>(
      url(),
      "SELECT id::text, last_error AS fault FROM graphile_worker._private_jobs WHERE id = ANY($1::bigint[]) ORDER BY id",
      [ids],
    )
  ).map(({ id, fault }) => ({ id, fault }));

async function anAct(here: Neighbour, at: Date, ip: string): Promise<void> {
  const ctx = { ...here.as("owner"), now: at, ip };
  await recordAudit(ctx, { action: "audit.exported", subjectKind: "audit" });
}

const found = async (text: string) => (await dumpDatabase()).filter((line) => line.includes(text));

describe("P16: when its time is over", () => {
  test("the address of an act goes, the act and its chain stay; a younger address stays", async () => {
    const here = await aTenant();
    await anAct(here, daysAfter(NOW, -KEPT_DAYS.addresses - 1), "198.51.100.71");
    await anAct(here, daysAfter(NOW, -KEPT_DAYS.addresses + 1), "198.51.100.72");
    const before = await checkChain(here.as("owner"));
    expect(await found("198.51.100.71")).toHaveLength(1);
    await systemForgetExpired(NOW);
    expect(await found("198.51.100.71")).toEqual([]);
    expect(await found("198.51.100.72")).toHaveLength(1);
    expect(await checkChain(here.as("owner"))).toEqual(before);
  });

  test("a job that failed for good goes with its payload and its fault", async () => {
    const here = await aTenant();
    const young = daysAfter(NOW, -KEPT_DAYS.failedJobs + 1);
    const old = await aFailedJob(here, {
      at: daysAfter(NOW, -KEPT_DAYS.failedJobs - 1),
      payload: { to: "velha@retida.example" },
      fault: "no mailbox velha@retida.example",
    });
    const kept = await aFailedJob(here, { at: young, fault: "no mailbox" });
    await systemForgetExpired(NOW);
    expect(await jobsLeft([old, kept])).toEqual([{ id: kept, fault: "no mailbox" }]);
    expect(await found("velha@retida.example")).toEqual([]);
  });

  test("kept answers of the API and codes that nobody can use any more go", async () => {
    const here = await aTenant();
    const { db } = here.as("owner");
    const ages = [KEPT_DAYS.keptAnswers + 1, KEPT_DAYS.keptAnswers - 1];
    for (const age of ages)
      await db.$executeRaw`INSERT INTO idempotency_keys (key, request_hash, status, response, created_at)
        VALUES (${newId()}, 'x', 200, ${`resposta de ${age} dias`}, ${daysAfter(NOW, -age)})`;
    const expired = {
      id: newId(),
      purpose: "member_code",
      tokenHash: newId(),
      expiresAt: daysAfter(NOW, -2),
    };
    await platformClient().signInToken.create({ data: { ...expired, email: "codigo@retido.example" } });
    await systemForgetExpired(NOW);
    expect(await found("resposta de")).toEqual([expect.stringContaining("resposta de 0 dias")]);
    expect(await found("codigo@retido.example")).toEqual([]);
  });
});

test("what came of acts on many people goes after its time, with whom they were for", async () => {
  const here = await aTenant();
  const { db } = here.as("owner");
  const person = await aMember(here.tenantId);
  const ages = { old: KEPT_DAYS.bulkActs + 1, young: KEPT_DAYS.bulkActs - 1 };
  const [old, young, running] = [newId(), newId(), newId()];
  const acts = [
    [old, daysAfter(NOW, -ages.old)],
    [young, daysAfter(NOW, -ages.young)],
    [running, null],
  ] as const;
  for (const [id, finishedAt] of acts) {
    await db.$executeRaw`INSERT INTO bulk_acts (id, action, status, finished_at)
      VALUES (${id}::uuid, 'tag', ${finishedAt ? "done" : "running"}, ${finishedAt})`;
    await db.$executeRaw`INSERT INTO bulk_act_people (act_id, position, member_id) VALUES (${id}::uuid, 1, ${person}::uuid)`;
  }
  await systemForgetExpired(NOW);
  const left = await db.$queryRaw<{ id: string }[]>`SELECT act_id AS id FROM bulk_act_people ORDER BY 1`;
  expect(left.map(({ id }) => id)).toEqual([young, running].sort());
});

describe("X29: with their person", () => {
  test("goes what a failed job says of them in its payload or its fault, and nobody else's job", async () => {
    const [here, there] = [await aTenant(), await aTenant()];
    const id = await aMember(here.tenantId, { name: "Noêmia Falha", email: "noemia@falha.example" });
    const fault = "refused: noemia@falha.example has no mailbox";
    const theirs = await aFailedJob(here, { at: NOW, payload: { to: "noemia@falha.example" }, fault });
    const other = await aFailedJob(here, { at: NOW, payload: { to: "outra@casa.example" }, fault });
    const foreign = await aFailedJob(there, { at: NOW, payload: { to: "outra@casa.example" }, fault });
    await eraseMember(here.as("owner"), id);
    expect(await jobsLeft([theirs, other, foreign])).toEqual([
      { id: other, fault: null },
      { id: foreign, fault },
    ]);
  });

  test("go the addresses that they acted from", async () => {
    const here = await aTenant();
    const { id } = await createMember(here.as("owner"), { name: "Iara Rede", identifiers: [] });
    const own = { ...here.as({ memberId: id }), ip: "198.51.100.91" };
    await recordAudit(own, { action: "member.seen_as", subjectKind: "member", subjectId: id });
    await eraseMember(here.as("owner"), id);
    expect(await found("198.51.100.91")).toEqual([]);
  });
});
