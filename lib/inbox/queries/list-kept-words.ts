import "server-only";
import { renderTemplate } from "@/lib/announcements/format/merge-fields";
import { mergeValues } from "@/lib/announcements/rules";
import type { TenantContext } from "@/lib/platform/context";
import { authorize } from "@/lib/shared/decision";
import { notFound } from "@/lib/shared/refusal";
import { canManageInbox, canUseInbox } from "../policy";
import type { Label, SavedReply } from "../types";

const MOST = 500;

/** The labels of the house, by name. @throws Refusal `not_allowed` */
export async function listLabels(ctx: TenantContext): Promise<Label[]> {
  authorize(canUseInbox(ctx.actor));
  return await ctx.db.inboxLabel.findMany({
    select: { id: true, name: true },
    orderBy: { name: "asc" },
    take: MOST,
  });
}

/** The answers that are given often, by their shortcuts. @throws Refusal `not_allowed` */
export async function listSavedReplies(ctx: TenantContext): Promise<SavedReply[]> {
  authorize(canUseInbox(ctx.actor));
  return await ctx.db.inboxSavedReply.findMany({
    select: { id: true, shortcut: true, body: true },
    orderBy: { shortcut: "asc" },
    take: MOST,
  });
}

/** A saved answer as it is written to one person: their values in its merge fields. */
export function renderReply(
  { body, ...reply }: SavedReply,
  person: { name: string; community: string },
): SavedReply {
  return { ...reply, body: renderTemplate(body, mergeValues(person)).text };
}

/** One of them. @throws Refusal `not_allowed`, `not_found` */
export async function findSavedReply(ctx: TenantContext, id: string): Promise<SavedReply> {
  authorize(canManageInbox(ctx.actor));
  const reply = await ctx.db.inboxSavedReply.findFirst({
    where: { id },
    select: { id: true, shortcut: true, body: true },
  });
  if (!reply) throw notFound();
  return reply;
}
