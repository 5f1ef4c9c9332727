import "server-only";
import { inTransaction, type TenantContext } from "@/lib/platform/context";
import { violatedUnique } from "@/lib/platform/db/constraint";
import { authorize } from "@/lib/shared/decision";
import { newId } from "@/lib/shared/ids";
import { invalidInput, notFound } from "@/lib/shared/refusal";
import { cleanName, countGraphemes, foldForSearch } from "@/lib/shared/text";
import { lockFields, orderFields } from "../fields-sql";
import { canManageFields } from "../policy";
import { FIELD_LIMITS } from "../rules";
import type { CreateFieldInput, UpdateFieldInput } from "../schema";

/**
 * Defines a field, at the end of the order. Values that people have already under its key are its values from now on.
 * @throws Refusal `not_allowed`, `invalid_input` (`key`: `field_known` when there is one with it)
 */
export async function createField(ctx: TenantContext, input: CreateFieldInput): Promise<{ id: string }> {
  authorize(canManageFields(ctx.actor));
  const name = readLabel("name", input.name);
  const key = input.key === undefined ? name : readLabel("key", input.key);
  const options = input.kind === "choice" ? readOptions(input.options ?? []) : [];
  const id = newId();
  try {
    await inTransaction(ctx, async (tx) => {
      const known = await lockFields(tx.db);
      const maximum = FIELD_LIMITS.fields;
      if (known.length >= maximum)
        throw invalidInput({ path: "name", code: "too_many_fields", params: { maximum } });
      await tx.db.customField.create({
        data: { id, key, name, kind: input.kind, options, position: known.length, createdAt: tx.now },
        select: { id: true },
      });
    });
  } catch (error) {
    if (violatedUnique(error) === null) throw error;
    throw invalidInput({ path: input.key === undefined ? "name" : "key", code: "field_known" });
  }
  return { id };
}

/**
 * Changes the name, the options or the place of a field. Options that people have chosen may go; their values stay.
 * @throws Refusal `not_allowed`, `not_found`, `invalid_input`
 */
export async function updateField(ctx: TenantContext, id: string, input: UpdateFieldInput): Promise<void> {
  authorize(canManageFields(ctx.actor));
  await inTransaction(ctx, async (tx) => {
    const order = await lockFields(tx.db);
    const field = await tx.db.customField.findFirst({ where: { id }, select: { kind: true } });
    if (!field) throw notFound();
    const isChoice = field.kind === "choice";
    await tx.db.customField.updateMany({
      where: { id },
      data: {
        ...(input.name !== undefined && { name: readLabel("name", input.name) }),
        ...(input.options !== undefined && isChoice && { options: readOptions(input.options) }),
      },
    });
    if (input.position === undefined) return;
    const others = order.filter((each) => each !== id);
    await orderFields(tx.db, [...others.slice(0, input.position), id, ...others.slice(input.position)]);
  });
}

/** Moves a field up or down by some places. @throws Refusal `not_allowed`, `not_found` */
export async function moveField(ctx: TenantContext, { id, by }: { id: string; by: number }): Promise<void> {
  authorize(canManageFields(ctx.actor));
  const order = await lockFields(ctx.db);
  await updateField(ctx, id, { position: Math.max(0, order.indexOf(id) + by) });
}

function readLabel(path: string, typed: string): string {
  const label = cleanName(typed);
  const maximum = FIELD_LIMITS.keyGraphemes;
  if (label === "" || label === "__proto__") throw invalidInput({ path, code: "required" });
  if (countGraphemes(label) > maximum)
    throw invalidInput({ path, code: "too_big_text", params: { maximum } });
  return label;
}

function readOptions(typed: readonly string[]): string[] {
  const byFolded = new Map<string, string>();
  for (const option of typed.map(cleanName)) {
    const maximum = FIELD_LIMITS.optionGraphemes;
    if (countGraphemes(option) > maximum)
      throw invalidInput({ path: "options", code: "too_big_text", params: { maximum } });
    const folded = foldForSearch(option);
    if (folded !== "" && !byFolded.has(folded)) byFolded.set(folded, option);
  }
  if (byFolded.size === 0) throw invalidInput({ path: "options", code: "required" });
  if (byFolded.size > FIELD_LIMITS.options)
    throw invalidInput({
      path: "options",
      code: "too_big_list",
      params: { maximum: FIELD_LIMITS.options },
    });
  return [...byFolded.values()];
}
