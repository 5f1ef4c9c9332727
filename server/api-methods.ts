import type { IncomingMessage, ServerResponse } from "node:http";
import { problemResponse } from "@/lib/platform/http/problem";
import { localeFrom } from "@/lib/platform/i18n/locales";
import { log } from "@/lib/platform/log";
import { Refusal } from "@/lib/shared/refusal";

// What Next's handlers know; any other method ends in an error inside of it.
const KNOWN = ["GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE"];

/**
 * Next answers a method that an endpoint does not have with an empty 405, and one that no endpoint has with an error.
 * Integrators get problem+json with `Allow` for both. True when the request is answered.
 */
export async function answerRefusedMethod(
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  const path = apiPathOf(request);
  if (path === null) return refuseUnknown(request, response);
  if (!KNOWN.includes(request.method ?? "")) {
    await refuse(path, request, response);
    return true;
  }
  const end = response.end.bind(response) as () => ServerResponse;
  response.end = ((...rest: []) => {
    if (response.statusCode !== 405 || response.headersSent) return end(...rest);
    response.end = end as typeof response.end;
    refuse(path, request, response).catch((error: unknown) => {
      log.error({ err: error }, "a refused method could not be explained");
      end();
    });
    return response;
  }) as typeof response.end;
  return false;
}

/** TRACE and the like, outside of the API. */
function refuseUnknown(request: IncomingMessage, response: ServerResponse): boolean {
  if (KNOWN.includes(request.method ?? "")) return false;
  response.writeHead(405, { allow: "GET, HEAD" });
  response.end();
  return true;
}

async function refuse(path: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const locale = localeFrom(request.headers["accept-language"], "en");
  const problem = problemResponse(new Refusal("method_not_allowed"), locale);
  const methods = await methodsOf(path);
  response.writeHead(405, { ...Object.fromEntries(problem.headers), allow: methods.join(", ") });
  response.end(request.method === "HEAD" ? undefined : await problem.text());
}

/** The path under `/api/v1`, or null for what is elsewhere. */
function apiPathOf({ url = "" }: IncomingMessage): string | null {
  const [path = ""] = url.split("?");
  return /^\/api\/v1(\/|$)/u.test(path) ? path.slice("/api/v1".length) : null;
}

/** The methods that the endpoints of a path have. Loaded when first asked for: nobody who reads the description asks. */
async function methodsOf(path: string): Promise<string[]> {
  const { routes } = await import("@/app/api/v1/registry");
  const here = routes.filter((route) => patternOf(route.path).test(path)).map(({ method }) => method);
  return [...(here.some((method) => method === "GET") ? [...here, "HEAD"] : here), "OPTIONS"];
}

function patternOf(path: string): RegExp {
  return new RegExp(`^${path.replace(/\{\w+\}/gu, "[^/]+")}/?$`, "u");
}
