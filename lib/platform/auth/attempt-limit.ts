import "server-only";
import { createHash } from "node:crypto";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { Refusal } from "@/lib/shared/refusal";
import { appPool } from "../db/pool";

/** At most `points` attempts of one subject (an address, an IP) in `perSeconds`, counted over all processes. */
export type AttemptLimit = { name: string; points: number; perSeconds: number };

const limiters = new Map<string, RateLimiterPostgres>();

/** Counts an attempt. @throws Refusal `too_many_attempts` with the minutes to wait. */
export async function countAttempt(limit: AttemptLimit, subject: string): Promise<void> {
  try {
    await limiterOf(limit).consume(keyOf(subject));
  } catch (answer) {
    if (!(answer instanceof RateLimiterRes)) throw answer;
    throw new Refusal("too_many_attempts", { minutes: Math.ceil(answer.msBeforeNext / 60_000) });
  }
}

/** Takes one counted attempt back: it was a good one. */
export async function forgiveAttempt(limit: AttemptLimit, subject: string): Promise<void> {
  await limiterOf(limit).reward(keyOf(subject));
}

/** Forgets all attempts of a subject. */
export async function forgetAttempts(limit: AttemptLimit, subject: string): Promise<void> {
  await limiterOf(limit).delete(keyOf(subject));
}

function limiterOf({ name, points, perSeconds }: AttemptLimit): RateLimiterPostgres {
  const known = limiters.get(name);
  if (known) return known;
  const limiter = new RateLimiterPostgres({
    storeClient: appPool(),
    storeType: "pool",
    tableName: "rate_limits",
    tableCreated: true,
    keyPrefix: name,
    points,
    duration: perSeconds,
  });
  limiters.set(name, limiter);
  return limiter;
}

/** Addresses are personal data: the table holds hashes. */
function keyOf(subject: string): string {
  return createHash("sha256").update(subject).digest("base64url");
}
