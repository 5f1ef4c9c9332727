import "server-only";
import type { z } from "zod";
import type { TenantContext } from "../context";

/** A kind of job: its payload holds ids only; its handler is idempotent and may overlap with itself. */
export type Job<Payload> = {
  name: string;
  payload: z.ZodType<Payload>;
  handle: (ctx: TenantContext, payload: Payload) => Promise<void>;
};

/** Declares a job of a tenant. The worker builds the context from the tenant that the queue stamped on the payload. */
export function defineJob<Payload>(job: Job<Payload>): Job<Payload> {
  return job;
}

/** A job of the platform itself, without a tenant. */
export type PlatformJob<Payload> = {
  name: string;
  payload: z.ZodType<Payload>;
  /** `now` by the database's clock, as the context of a tenant's job has it. */
  handlePlatform: (payload: Payload, now: Date) => Promise<void>;
};

export function definePlatformJob<Payload>(job: PlatformJob<Payload>): PlatformJob<Payload> {
  return job;
}
