import { join } from "node:path";
import { createApiKey } from "@/lib/accounts/commands/create-api-key";
import type { StaffRole } from "@/lib/shared/actor";
import type { Neighbour } from "../../support/world";
import type { Answer } from "./description";
import { root } from "./discover";

type Handler = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>;
export type Call = {
  token?: string | null;
  params?: Record<string, string>;
  query?: Record<string, string>;
  body?: unknown;
  headers?: Record<string, string>;
};

/** Calls an endpoint by its handler, as Next would. A text body is sent as it is, bytes too, a `FormData` as multipart, else JSON. */
export async function callApi(endpoint: string, call: Call): Promise<Answer> {
  const [method = "", path = ""] = endpoint.split(" ");
  const handler = await handlerOf(method, path);
  const params = call.params ?? {};
  const address = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ""));
  const search = new URLSearchParams(call.query ?? {}).toString();
  const request = new Request(`http://localhost/api/v1${address}${search ? `?${search}` : ""}`, {
    method,
    headers: headersOf(call),
    ...(method === "GET" || call.body === undefined ? {} : { body: bodyOf(call.body) }),
  });
  const response = await handler(request, { params: Promise.resolve(params) });
  const text = await response.text();
  const type = response.headers.get("content-type") ?? "";
  return {
    status: response.status,
    text,
    type,
    json: /^application\/(problem\+)?json/.test(type) ? JSON.parse(text) : {},
  };
}

function headersOf({ token, body, headers }: Call): Record<string, string> {
  return {
    ...(token ? { authorization: `Bearer ${token}` } : {}),
    ...(body === undefined || body instanceof FormData || body instanceof Uint8Array
      ? {}
      : { "content-type": "application/json" }),
    ...headers,
  };
}

function bodyOf(body: unknown): string | FormData | Uint8Array<ArrayBuffer> {
  if (body instanceof Uint8Array) return new Uint8Array(body);
  return typeof body === "string" || body instanceof FormData ? body : JSON.stringify(body);
}

async function handlerOf(method: string, path: string): Promise<Handler> {
  const file = join(root, "app/api/v1", path.replace(/\{(\w+)\}/g, "[$1]"), "route.ts");
  const module = (await import(/* @vite-ignore */ file)) as Record<string, Handler>;
  const handler = module[method];
  if (!handler) throw new Error(`${file} exports no ${method}`);
  return handler;
}

const keys = new Map<string, Promise<string>>();

/** A key of a tenant that acts for a role, with these scopes; made once. */
export function keyOf(
  here: Neighbour,
  role: StaffRole,
  scopes: readonly string[] = ["all"],
): Promise<string> {
  const name = [here.tenantId, role, ...scopes].join(" ");
  const input = { name: role, scopes, staffId: here.staff[role].staffId };
  const known = keys.get(name) ?? createApiKey(here.as("owner"), input).then(({ key }) => key);
  keys.set(name, known);
  return known;
}
