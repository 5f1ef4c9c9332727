import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import { notFound } from "@/lib/shared/refusal";
import { findWindowEnd } from "@/lib/whatsapp/queries/windows";
import type { OpenConversation } from "../types";
import { findConversation } from "./find-conversation";
import { findConversationRow } from "./list-conversations";

/** One conversation. @throws Refusal `not_found`, `not_allowed`, `not_granted` */
export async function getConversation(ctx: TenantContext, id: string): Promise<OpenConversation> {
  const { memberId, channel } = await findConversation(ctx, id);
  const [row, windowEndsAt] = await Promise.all([
    findConversationRow(ctx, id),
    channel === "whatsapp" ? findWindowEnd(ctx.db, memberId) : null,
  ]);
  if (!row) throw notFound();
  return { ...row, windowEndsAt };
}
