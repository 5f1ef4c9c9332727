import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import { authorize } from "@/lib/shared/decision";
import { selectTwins } from "../ideas-sql";
import { canAnswerFeedback } from "../policy";
import type { Twin } from "../types";
import { findSubject } from "./find-subject";

const MOST = 20;

/**
 * What an item could be merged into: open ones of its community, the likest first.
 * @throws Refusal `not_found`, `not_allowed`, `not_granted`
 */
export async function listTwins(ctx: TenantContext, feedbackId: string): Promise<Twin[]> {
  authorize(canAnswerFeedback(ctx.actor, await findSubject(ctx, feedbackId)));
  return selectTwins(ctx.db, feedbackId, MOST);
}
