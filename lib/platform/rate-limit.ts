import "server-only";
import { createHash } from "node:crypto";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { Refusal } from "@/lib/shared/refusal";
import { appPool } from "./db/pool";

/** At most `points` acts of one subject (an address, an IP, a key) in `perSeconds`, counted over all processes. */
export type Limit = {
  name: string;
  points: number;
  perSeconds: number;
  /** Who is over the limit is refused without asking the database again, until the time is over. */
  refusedFromMemory?: true;
};
export type Allowance = { allowed: boolean; limit: number; remaining: number; resetSeconds: number };

const limiters = new WeakMap<object, Map<string, RateLimiterPostgres>>();

/** Takes one point of a limit for a subject, and says what is left. */
export async function consumePoint(limit: Limit, subject: string): Promise<Allowance> {
  try {
    return allowance(limit, true, await limiterOf(limit).consume(keyOf(subject)));
  } catch (answer) {
    if (!(answer instanceof RateLimiterRes)) throw answer;
    return allowance(limit, false, answer);
  }
}

/** Takes one point of a limit. @throws Refusal `too_many_requests` with the `seconds` to wait. */
export async function takePoint(limit: Limit, subject: string): Promise<Allowance> {
  const left = await consumePoint(limit, subject);
  assertAllowed(left);
  return left;
}

/** @throws Refusal `too_many_requests` with the `seconds` to wait, when the last point was gone. */
export function assertAllowed({ allowed, resetSeconds }: Allowance): void {
  if (!allowed) throw new Refusal("too_many_requests", { seconds: Math.max(1, resetSeconds) });
}

/** Gives one taken point back. */
export async function returnPoint(limit: Limit, subject: string): Promise<void> {
  await limiterOf(limit).reward(keyOf(subject));
}

/** Forgets all that a subject has taken. */
export async function forgetPoints(limit: Limit, subject: string): Promise<void> {
  await limiterOf(limit).delete(keyOf(subject));
}

function limiterOf({ name, points, perSeconds, refusedFromMemory }: Limit): RateLimiterPostgres {
  const pool = appPool();
  const known = limiters.get(pool) ?? new Map<string, RateLimiterPostgres>();
  limiters.set(pool, known);
  const limiter =
    known.get(name) ??
    new RateLimiterPostgres({
      storeClient: pool,
      storeType: "pool",
      tableName: "rate_limits",
      tableCreated: true,
      keyPrefix: name,
      points,
      duration: perSeconds,
      ...(refusedFromMemory && { inMemoryBlockOnConsumed: points + 1 }),
    });
  known.set(name, limiter);
  return limiter;
}

/** Subjects may be personal data: the table holds hashes. */
function keyOf(subject: string): string {
  return createHash("sha256").update(subject).digest("base64url");
}

function allowance(limit: Limit, allowed: boolean, result: RateLimiterRes): Allowance {
  return {
    allowed,
    limit: limit.points,
    remaining: Math.max(0, result.remainingPoints),
    resetSeconds: Math.ceil(result.msBeforeNext / 1_000),
  };
}
