import { checkReadiness } from "@/lib/platform/readiness";

export const dynamic = "force-dynamic";

/** Database and migrations are fine, and a worker has been seen where one should run. */
export async function GET(): Promise<Response> {
  const readiness = await checkReadiness();
  return Response.json(readiness, {
    status: readiness.ok ? 200 : 503,
    headers: { "cache-control": "no-store" },
  });
}
