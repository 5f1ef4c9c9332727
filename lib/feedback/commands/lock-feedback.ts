import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import { notFound } from "@/lib/shared/refusal";
import { lockFeedbackRows } from "../feedback-sql";
import type { LockedFeedback } from "../types";

/** Holds one item; its caller has checked access. @throws Refusal `not_found` */
export async function unsafeLockFeedback(tx: TenantContext, id: string): Promise<LockedFeedback> {
  const [item] = await lockFeedbackRows(tx.db, [id]);
  if (!item) throw notFound();
  return item;
}
