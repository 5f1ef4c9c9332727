import { requireMember } from "@/lib/accounts/load-context";
import { exportPerson } from "@/lib/privacy/commands/export-person";
import { exportResponse } from "@/lib/privacy/export/response";

type Params = { params: Promise<{ tenant: string }> };

/** One's own data as a file. */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  const { tenant } = await params;
  const ctx = await requireMember(tenant);
  const format = new URL(request.url).searchParams.get("format") === "json" ? "json" : "html";
  const file = await exportPerson(ctx, { memberId: ctx.actor.memberId, format });
  return exportResponse(file, { format, name: tenant, now: ctx.now });
}
