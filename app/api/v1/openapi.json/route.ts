import { describeApi } from "@/lib/platform/http/openapi";
import { routes } from "../registry";

export const dynamic = "force-static";

/** The description of the REST API; needs no key. */
export function GET(): Response {
  return Response.json(describeApi(routes));
}
