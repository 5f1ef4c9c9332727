import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import { selectLastSending } from "../recent-sql";
import type { LastSending } from "../types";
import { viewerOf } from "./viewer-of";

/** How the latest sending went, of those whose numbers the actor may see (P12); null when there is none. */
export async function findLastSending(ctx: TenantContext): Promise<LastSending | null> {
  const { reach } = await viewerOf(ctx);
  // Without a member: who merely got an announcement sees its text, never its numbers.
  return selectLastSending(ctx.db, { reach, memberId: null });
}
