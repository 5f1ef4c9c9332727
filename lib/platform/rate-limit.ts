import "server-only";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { Refusal } from "@/lib/shared/refusal";
import { appPool } from "./db/pool";

export type Limit = { name: string; points: number; perSeconds: number };
export type Allowance = { limit: number; remaining: number; resetSeconds: number };

const limiters = new Map<string, RateLimiterPostgres>();

/**
 * Takes one point of a limit for a key (an address, an account, an API key), counted in the database, so that several
 * processes share it. @throws Refusal `too_many_requests` with the `seconds` to wait.
 */
export async function takePoint(limit: Limit, key: string): Promise<Allowance> {
  try {
    return allowance(limit, await limiterOf(limit).consume(key));
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error;
    throw new Refusal("too_many_requests", { seconds: Math.max(1, Math.ceil(error.msBeforeNext / 1_000)) });
  }
}

function limiterOf(limit: Limit): RateLimiterPostgres {
  const known = limiters.get(limit.name);
  if (known) return known;
  const limiter = new RateLimiterPostgres({
    storeClient: appPool(),
    tableName: "rate_limits",
    tableCreated: true,
    keyPrefix: limit.name,
    points: limit.points,
    duration: limit.perSeconds,
    inMemoryBlockOnConsumed: limit.points + 1,
  });
  limiters.set(limit.name, limiter);
  return limiter;
}

function allowance(limit: Limit, result: RateLimiterRes): Allowance {
  return {
    limit: limit.points,
    remaining: Math.max(0, result.remainingPoints),
    resetSeconds: Math.ceil(result.msBeforeNext / 1_000),
  };
}
