import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import { authorize } from "@/lib/shared/decision";
import { notFound } from "@/lib/shared/refusal";
import { countValues } from "../fields-sql";
import { canManageFields, canViewFields } from "../policy";
import type { CountedField, FieldDefinition, FieldKind, LooseField } from "../types";

const columns = { id: true, key: true, name: true, kind: true, options: true } as const;

/** The fields of the tenant in their order. For commands and for whoever sees people; tells nothing of anybody. */
export async function findFields(ctx: Pick<TenantContext, "db">): Promise<FieldDefinition[]> {
  const rows = await ctx.db.customField.findMany({
    select: columns,
    orderBy: [{ position: "asc" }, { createdAt: "asc" }, { id: "asc" }],
  });
  return rows.map((row) => ({ ...row, kind: row.kind as FieldKind }));
}

/** The same for whoever asks. @throws Refusal `not_allowed` */
export async function listFields(ctx: TenantContext): Promise<FieldDefinition[]> {
  authorize(canViewFields(ctx.actor));
  return findFields(ctx);
}

/** One of them. @throws Refusal `not_allowed`, `not_found` */
export async function getField(ctx: TenantContext, id: string): Promise<FieldDefinition> {
  const field = (await listFields(ctx)).find((each) => each.id === id);
  if (!field) throw notFound();
  return field;
}

/** For the settings: how many people have a value, and the keys that nobody has defined. @throws Refusal `not_allowed` */
export async function getFieldUse(
  ctx: TenantContext,
): Promise<{ fields: CountedField[]; loose: LooseField[] }> {
  authorize(canManageFields(ctx.actor));
  const [fields, counts] = await Promise.all([findFields(ctx), countValues(ctx.db)]);
  const countOf = new Map(counts.map(({ key, memberCount }) => [key, memberCount]));
  const defined = new Set(fields.map(({ key }) => key));
  return {
    fields: fields.map((field) => ({ ...field, memberCount: countOf.get(field.key) ?? 0 })),
    loose: counts.filter(({ key }) => !defined.has(key)),
  };
}
