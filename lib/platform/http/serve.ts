import "server-only";
import type { z } from "zod";
import { invalidInput, notFound } from "@/lib/shared/refusal";
import type { TenantContext } from "../context";
import { issuesOf } from "../errors/zod-issues";
import { localeFrom } from "../i18n/locales";
import { once } from "./idempotency";
import { problemResponse } from "./problem";
import { MAX_JSON_BYTES, MAX_UPLOAD_BYTES, parseJson, readBytes } from "./read-body";
import type { RouteSpec } from "./route-spec";

/** Who asks, as far as a key tells; checks the scope of the route. */
export type Authenticate = (
  request: Request,
  spec: RouteSpec,
) => Promise<{ ctx: TenantContext; headers: Record<string, string> }>;
type Params = { params: Promise<Record<string, string>> };
// biome-ignore lint/suspicious/noExplicitAny: routes with different inputs; each validates its own.
type AnyRoute = RouteSpec<any, any, any>;

/**
 * Makes route handlers of endpoint declarations: authenticate, look the path's ids up, validate, run, answer. Every error
 * becomes problem+json in the language of the request.
 */
export function serveWith(authenticate: Authenticate) {
  return function serve(spec: AnyRoute) {
    return async function handler(request: Request, { params }: Params): Promise<Response> {
      const locale = localeFrom(request.headers.get("accept-language") ?? "en");
      let headers: Record<string, string> = {};
      try {
        const known = await authenticate(request, spec);
        headers = known.headers;
        const asked = { request, rawParams: await params, headers, bytes: await bytesOf(spec, request) };
        const ctx = { ...known.ctx, locale };
        const reply = () =>
          answer(spec, ctx, asked).catch((error: unknown) => problemResponse(error, locale, headers));
        const key = spec.method === "POST" ? request.headers.get("idempotency-key") : null;
        if (key === null) return await reply();
        const path = new URL(request.url).pathname;
        return await once(ctx, key, { method: spec.method, path, body: asked.bytes }, reply);
      } catch (error) {
        return problemResponse(error, locale, headers);
      }
    };
  };
}

async function bytesOf(spec: AnyRoute, request: Request): Promise<Buffer> {
  if (spec.method === "GET") return Buffer.alloc(0);
  return await readBytes(request, spec.bodyKind === "multipart" ? MAX_UPLOAD_BYTES : MAX_JSON_BYTES);
}

type Asked = {
  request: Request;
  rawParams: Record<string, string>;
  headers: Record<string, string>;
  bytes: Buffer;
};

async function answer(spec: AnyRoute, ctx: TenantContext, asked: Asked): Promise<Response> {
  const { request, headers } = asked;
  // An id that is not one of ours is answered like an unknown one, whatever its form (T3).
  const params = spec.params?.safeParse(asked.rawParams);
  if (params && !params.success) throw notFound();
  await spec.exists?.(ctx, params?.data);
  const query = validate(spec.query, textsOf(new URL(request.url).searchParams));
  const body = spec.body ? validate(spec.body, await bodyValue(spec, asked)) : undefined;
  const result = await spec.run(ctx, { params: params?.data, query, body, request });
  if (result instanceof Response) return result;
  if (spec.response === null) return new Response(null, { status: 204, headers });
  return Response.json(result, {
    status: spec.status ?? 200,
    headers: { "cache-control": "no-store", ...headers },
  });
}

async function bodyValue(spec: AnyRoute, { request, bytes }: Asked): Promise<unknown> {
  if (spec.bodyKind !== "multipart") return parseJson(bytes.toString("utf8"));
  const headers = { "content-type": request.headers.get("content-type") ?? "" };
  const form = new Response(new Uint8Array(bytes), { headers }).formData();
  return textsOf(
    await form.catch(() => {
      throw invalidInput({ path: "file", code: "required" });
    }),
  );
}

/** The fields of a query or form; the NUL that no text in the database may hold is left out, as everywhere. */
function textsOf(fields: Iterable<[string, unknown]>): Record<string, unknown> {
  const entries = [...fields].map(([name, value]) => [
    name,
    typeof value === "string" ? value.replaceAll("\0", "") : value,
  ]);
  return Object.fromEntries(entries) as Record<string, unknown>;
}

function validate(schema: z.ZodType | undefined, value: unknown): unknown {
  if (!schema) return undefined;
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw invalidInput(...issuesOf(parsed.error));
  return parsed.data;
}
