import { beforeAll, describe, expect, test } from "vitest";
import { systemContext } from "@/lib/platform/context";
import type { Job } from "@/lib/platform/jobs/define-job";
import { Refusal } from "@/lib/shared/refusal";
import { jobs } from "@/worker/registry";
import { asOwner } from "../../support/as-owner";
import { aWorld, type Neighbour } from "../../support/world";
import { digestOf } from "./digest";
import { aPlace, type Place } from "./place";
import { jobRows } from "./rows";

// Every job × ids of another tenant in its payload: refused or nothing done, here and there (T2).
let here: Neighbour;
let there: Neighbour;
let foreign: Place;

beforeAll(async () => {
  ({ here, there } = await aWorld());
  await aPlace(here, { granted: true });
  foreign = await aPlace(there, { granted: true });
});

const ofTenants = Object.entries(jobRows).flatMap(([name, row]) => ("payload" in row ? [{ name, row }] : []));

describe.each(ofTenants)("$name", ({ name, row }) => {
  test("T2: ids of another tenant are nobody's: nothing changes here or there, nothing is queued", async () => {
    const job = jobNamed(name);
    const payload = job.payload.parse(await row.payload(foreign));
    const before = await everything();
    await job.handle(systemContext(here.tenantId, "test"), payload).catch((error: unknown) => {
      expect(error).toBeInstanceOf(Refusal);
    });
    expect(await everything()).toEqual(before);
  });

  test("T2: a payload without a form of its own is refused before it is handled", async () => {
    expect(jobNamed(name).payload.safeParse({}).success).toBe(false);
  });
});

const alone = Object.entries(jobRows).flatMap(([name, row]) => ("alone" in row ? [name] : []));

test.each(alone)("T2: %s changes nothing of another tenant", async (name) => {
  const before = await digestOf(there.tenantId);
  await jobNamed(name)
    .handle(systemContext(here.tenantId, "test"), {})
    .catch(() => undefined);
  expect(await digestOf(there.tenantId)).toEqual(before);
});

test.each(jobs.filter((job) => "handlePlatform" in job).map(({ name }) => name))(
  "%s has no tenant, and its row says why",
  (name) => expect(jobRows[name]).toEqual({ platform: expect.stringMatching(/\w+ \w+/) }),
);

function jobNamed(name: string): Job<unknown> {
  const job = jobs.find((each) => each.name === name);
  if (!job || !("handle" in job)) throw new Error(`${name} is no job of a tenant`);
  return job;
}

async function everything() {
  const queued = await asOwner(
    process.env.DATABASE_URL ?? "",
    "SELECT count(*)::int AS jobs FROM graphile_worker.jobs",
  );
  return { here: await digestOf(here.tenantId), there: await digestOf(there.tenantId), queued };
}
