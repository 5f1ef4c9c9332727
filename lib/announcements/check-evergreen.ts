import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import { invalidInput } from "@/lib/shared/refusal";
import { findTimezone } from "@/lib/tenants/queries/find-timezone";
import { evergreenProblems } from "./evergreen-rules";
import type { Evergreen } from "./types";

/**
 * That who joins later has time to, from now or from when the sending begins (A5).
 * @throws Refusal `invalid_input` at `evergreen.until`.
 */
export async function checkEvergreen(
  ctx: TenantContext,
  evergreen: Evergreen | null | undefined,
  begins: Date = ctx.now,
): Promise<void> {
  if (!evergreen) return;
  const problems = evergreenProblems(evergreen, { begins, timezone: await findTimezone(ctx) });
  if (problems.length > 0) throw invalidInput(...problems);
}
