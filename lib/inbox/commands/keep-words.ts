import "server-only";
import type { z } from "zod";
import type { TenantContext } from "@/lib/platform/context";
import { violatedUnique } from "@/lib/platform/db/constraint";
import { authorize } from "@/lib/shared/decision";
import { givenOnly } from "@/lib/shared/given-only";
import { newId } from "@/lib/shared/ids";
import { invalidInput, notFound } from "@/lib/shared/refusal";
import { canManageInbox, canUseInbox } from "../policy";
import type { labelFields, savedReplyFields } from "../schema";

/** Adds a label; whoever answers may. @throws Refusal `not_allowed`; `invalid_input` with `taken` at `name` */
export async function addLabel(
  ctx: TenantContext,
  { name }: z.output<typeof labelFields>,
): Promise<{ id: string }> {
  authorize(canUseInbox(ctx.actor));
  const id = newId();
  const data = { id, name, createdAt: ctx.now };
  await ctx.db.inboxLabel.create({ data, select: { id: true } }).catch(takenAt("name"));
  return { id };
}

/** Takes a label away, from all conversations too. @throws Refusal `not_allowed`, `not_found` */
export async function removeLabel(ctx: TenantContext, id: string): Promise<void> {
  authorize(canManageInbox(ctx.actor));
  const { count } = await ctx.db.inboxLabel.deleteMany({ where: { id } });
  if (count === 0) throw notFound();
}

type Saved = z.output<typeof savedReplyFields>;
type SavedChange = { [Field in keyof Saved]?: Saved[Field] | undefined };

/** Keeps an answer that is given often. @throws Refusal `not_allowed`; `invalid_input` with `taken` at `shortcut` */
export async function addSavedReply(ctx: TenantContext, { shortcut, body }: Saved): Promise<{ id: string }> {
  authorize(canManageInbox(ctx.actor));
  const id = newId();
  const data = { id, shortcut, body, createdAt: ctx.now, updatedAt: ctx.now };
  await ctx.db.inboxSavedReply.create({ data, select: { id: true } }).catch(takenAt("shortcut"));
  return { id };
}

/** @throws Refusal `not_allowed`, `not_found`; `invalid_input` with `taken` at `shortcut` */
export async function editSavedReply(
  ctx: TenantContext,
  { id, ...fields }: SavedChange & { id: string },
): Promise<void> {
  authorize(canManageInbox(ctx.actor));
  const { count } = await ctx.db.inboxSavedReply
    .updateMany({ where: { id }, data: { ...givenOnly(fields), updatedAt: ctx.now } })
    .catch(takenAt("shortcut"));
  if (count === 0) throw notFound();
}

/** @throws Refusal `not_allowed`, `not_found` */
export async function removeSavedReply(ctx: TenantContext, id: string): Promise<void> {
  authorize(canManageInbox(ctx.actor));
  const { count } = await ctx.db.inboxSavedReply.deleteMany({ where: { id } });
  if (count === 0) throw notFound();
}

function takenAt(path: string) {
  return (error: unknown): never => {
    throw violatedUnique(error) ? invalidInput({ path, code: "taken" }) : error;
  };
}
