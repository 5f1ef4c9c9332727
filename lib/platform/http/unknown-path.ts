import "server-only";
import { notFound } from "@/lib/shared/refusal";
import { localeFrom } from "../i18n/locales";
import { problemResponse } from "./problem";

/** Everything under the API that is no endpoint: the same 404 as an unknown id. */
export function unknownPath(request: Request): Response {
  return problemResponse(notFound(), localeFrom(request.headers.get("accept-language"), "en"));
}
