import { problemResponse } from "@/lib/platform/http/problem";
import { localeFrom } from "@/lib/platform/i18n/locales";
import { notFound } from "@/lib/shared/refusal";

/** Everything under the API that is no endpoint: the same 404 as an unknown id. */
function unknownPath(request: Request): Response {
  return problemResponse(notFound(), localeFrom(request.headers.get("accept-language"), "en"));
}

export {
  unknownPath as GET,
  unknownPath as POST,
  unknownPath as PUT,
  unknownPath as PATCH,
  unknownPath as DELETE,
};
