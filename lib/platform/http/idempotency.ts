import "server-only";
import { createHash } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { invalidInput, Refusal } from "@/lib/shared/refusal";
import type { TenantContext } from "../context";

const WAIT_MS = 100;
const WAIT_AT_MOST_MS = 30_000;
/** A first request that has not answered for this long is taken for dead; its key may be used again. */
const TAKE_OVER_AFTER_SECONDS = 60;

type Stored = { request_hash: string; status: number | null; response: string | null };

/**
 * Same key and same request: the first answer again, for 24 hours, however many ask at once. Scope of a key: the tenant.
 * Bugs (5xx) are not kept, so that a retry may succeed.
 * @throws Refusal `idempotency_conflict` when the key was used with another request, `invalid_input` for a key that is empty or too long.
 */
export async function once(
  ctx: TenantContext,
  key: string,
  request: RequestText,
  run: () => Promise<Response>,
): Promise<Response> {
  if (key === "") throw invalidInput({ path: "Idempotency-Key", code: "required" });
  if (key.length > 255)
    throw invalidInput({ path: "Idempotency-Key", code: "too_big_text", params: { maximum: 255 } });
  const hash = createHash("sha256")
    .update(request.method)
    .update("\n")
    .update(request.path)
    .update("\n")
    .update(request.print)
    .digest("hex");
  const stored = (await claim(ctx, key, hash)) ? null : await firstAnswer(ctx, key, hash);
  if (stored) return replay(stored);
  return await runAndKeep(ctx, key, run);
}

export type RequestText = { method: string; path: string; print: string };

/** True when this request is the one that runs. Keys older than 24 hours, and those of a dead first request, are free. */
async function claim(ctx: TenantContext, key: string, hash: string): Promise<boolean> {
  const rows = await ctx.db.$queryRaw<{ key: string }[]>`
    INSERT INTO idempotency_keys (key, request_hash) VALUES (${key}, ${hash})
    ON CONFLICT (tenant_id, key) DO UPDATE SET request_hash = excluded.request_hash, status = NULL, response = NULL, created_at = now()
      WHERE idempotency_keys.created_at < now() - interval '24 hours'
         OR (idempotency_keys.status IS NULL AND idempotency_keys.created_at < now() - make_interval(secs => ${TAKE_OVER_AFTER_SECONDS}))
    RETURNING key`;
  return rows.length === 1;
}

async function firstAnswer(ctx: TenantContext, key: string, hash: string): Promise<Stored | null> {
  for (let waitedMs = 0; waitedMs <= WAIT_AT_MOST_MS; waitedMs += WAIT_MS) {
    const [stored] = await ctx.db.$queryRaw<Stored[]>`
      SELECT request_hash, status, response FROM idempotency_keys WHERE key = ${key}`;
    if (!stored) return (await claim(ctx, key, hash)) ? null : await firstAnswer(ctx, key, hash);
    if (stored.request_hash !== hash) throw new Refusal("idempotency_conflict");
    if (stored.status !== null) return stored;
    await sleep(WAIT_MS);
  }
  throw new Refusal("unavailable");
}

async function runAndKeep(ctx: TenantContext, key: string, run: () => Promise<Response>): Promise<Response> {
  try {
    const response = await run();
    if (response.status >= 500) throw response;
    const body = JSON.stringify({
      type: response.headers.get("content-type"),
      text: await response.clone().text(),
    });
    await ctx.db
      .$executeRaw`UPDATE idempotency_keys SET status = ${response.status}, response = ${body} WHERE key = ${key}`;
    return response;
  } catch (error) {
    await ctx.db.$executeRaw`DELETE FROM idempotency_keys WHERE key = ${key} AND status IS NULL`;
    if (error instanceof Response) return error;
    throw error;
  }
}

function replay(stored: Stored): Response {
  const { type, text } = JSON.parse(stored.response ?? "{}") as { type?: string; text?: string };
  const headers = {
    "content-type": type ?? "application/json",
    "idempotent-replayed": "true",
    "cache-control": "no-store",
  };
  return new Response(stored.status === 204 ? null : (text ?? ""), { status: stored.status ?? 200, headers });
}
