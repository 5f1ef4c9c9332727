import "server-only";
import { Refusal } from "@/lib/shared/refusal";
import { describeError } from "../errors/describe-error";
import type { Locale } from "../i18n/locales";

/** An error as `application/problem+json` (RFC 9457), with our code, field errors and, for a bug, the id in the log. */
export function problemResponse(
  error: unknown,
  locale: Locale,
  headers: Record<string, string> = {},
): Response {
  const { code, status, message, fields, errorId } = describeError(error, locale);
  const params = error instanceof Refusal ? error.params : {};
  const body = {
    type: `https://aldeia.example/problems/${code}`,
    title: code.replaceAll("_", " "),
    status,
    code,
    detail: message,
    errors: fields.map(({ link, ...field }) => ({ ...field, ...(link && { existingId: link.id }) })),
    ...(Object.keys(params).length > 0 ? { params } : {}),
    ...(errorId ? { errorId } : {}),
  };
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      "content-type": "application/problem+json",
      "cache-control": "no-store",
      ...retryAfter(error, status),
      ...(status === 401 ? { "www-authenticate": 'Bearer realm="aldeia"' } : {}),
      ...headers,
    },
  });
}

function retryAfter(error: unknown, status: number): Record<string, string> {
  if (status === 503) return { "retry-after": "5" };
  if (status !== 429 || !(error instanceof Refusal)) return {};
  return { "retry-after": String(error.params.seconds ?? 60) };
}
