import "server-only";
import type { z } from "zod";
import { invalidInput, notFound } from "@/lib/shared/refusal";
import type { TenantContext } from "../context";
import { issuesOf } from "../errors/zod-issues";
import { localeFrom } from "../i18n/locales";
import { once } from "./idempotency";
import { problemResponse } from "./problem";
import { readForm, readJson, readUpload, type SentBody, textsOf } from "./read-body";
import type { RouteSpec } from "./route-spec";

/** Who asks, as far as a key tells, and what every answer to them tells; `admit` checks what the endpoint asks for. */
export type Known = {
  headers: Record<string, string>;
  admit: (spec: RouteSpec) => Promise<TenantContext>;
};
export type Identify = (request: Request) => Promise<Known>;
type Params = { params: Promise<Record<string, string>> };
// biome-ignore lint/suspicious/noExplicitAny: routes with different inputs; each validates its own.
type AnyRoute = RouteSpec<any, any, any>;

/**
 * Makes route handlers of endpoint declarations: identify, admit, look the path's ids up, validate, run, answer. Every
 * error becomes problem+json in the language of the request.
 */
export function serveWith(identify: Identify) {
  return function serve(spec: AnyRoute) {
    return async function handler(request: Request, { params }: Params): Promise<Response> {
      const locale = localeFrom(request.headers.get("accept-language"), "en");
      let headers: Record<string, string> = {};
      try {
        const known = await identify(request);
        headers = known.headers;
        const ctx = { ...(await known.admit(spec)), locale };
        const asked = { request, rawParams: await params, body: await sentBody(spec, request) };
        const reply = () =>
          answer(spec, ctx, asked).catch((error: unknown) => problemResponse(error, locale));
        try {
          return withHeaders(await idempotently(ctx, spec, asked, reply), headers);
        } finally {
          await asked.body.upload?.discard();
        }
      } catch (error) {
        return problemResponse(error, locale, headers);
      }
    };
  };
}

type Asked = { request: Request; rawParams: Record<string, string>; body: SentBody };

async function sentBody(spec: AnyRoute, request: Request): Promise<SentBody> {
  if (spec.method === "GET") return { print: "", value: () => undefined };
  if (spec.bodyKind === "bytes") return await readUpload(request);
  return spec.bodyKind === "multipart" ? await readForm(request) : await readJson(request);
}

async function idempotently(
  ctx: TenantContext,
  { method }: AnyRoute,
  { request, body }: Asked,
  reply: () => Promise<Response>,
): Promise<Response> {
  const key = method === "POST" ? request.headers.get("idempotency-key") : null;
  if (key === null) return await reply();
  const path = new URL(request.url).pathname;
  return await once(ctx, key, { method, path, print: body.print }, reply);
}

async function answer(spec: AnyRoute, ctx: TenantContext, asked: Asked): Promise<Response> {
  const { request } = asked;
  // An id that is not one of ours is answered like an unknown one, whatever its form (T3).
  const params = spec.params?.safeParse(asked.rawParams);
  if (params && !params.success) throw notFound();
  await spec.exists?.(ctx, params?.data);
  const query = validate(spec.query, textsOf(new URL(request.url).searchParams));
  const body = spec.body ? validate(spec.body, asked.body.value()) : undefined;
  const upload = asked.body.upload ?? null;
  const result = await spec.run(ctx, { params: params?.data, query, body, upload, request });
  if (result instanceof Response) return result;
  if (spec.response === null) return new Response(null, { status: 204 });
  return Response.json(result, { status: spec.status ?? 200, headers: { "cache-control": "no-store" } });
}

/** The same answer with more headers; those of a redirect cannot be changed in place. */
function withHeaders(response: Response, more: Record<string, string>): Response {
  const headers = new Headers(response.headers);
  for (const [name, value] of Object.entries(more)) headers.set(name, value);
  return new Response(response.body, { status: response.status, headers });
}

function validate(schema: z.ZodType | undefined, value: unknown): unknown {
  if (!schema) return undefined;
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw invalidInput(...issuesOf(parsed.error));
  return parsed.data;
}
