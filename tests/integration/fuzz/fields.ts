import { description, type JsonSchema } from "../matrix/description";

export type Field = { path: readonly string[]; schema: JsonSchema };
const MAX_DEPTH = 4;

/** Every field that a schema names, at any depth, whichever branch of a union it is in; `0` is the item of a list. */
export function fieldsOf(schema: JsonSchema, path: readonly string[] = []): Field[] {
  if (path.length > MAX_DEPTH) return [];
  return branches(schema).flatMap((branch) => {
    const own = Object.entries((branch.properties ?? {}) as Record<string, JsonSchema>);
    const below = own.flatMap(([name, child]) => [
      { path: [...path, name], schema: child },
      ...fieldsOf(child, [...path, name]),
    ]);
    const items = branch.items as JsonSchema | undefined;
    return items
      ? [...below, { path: [...path, "0"], schema: items }, ...fieldsOf(items, [...path, "0"])]
      : below;
  });
}

/** A schema and what it is made of, references followed. */
function branches(schema: JsonSchema): JsonSchema[] {
  const known = resolved(schema);
  const parts = [known.anyOf, known.oneOf, known.allOf].flatMap((list) => (list ?? []) as JsonSchema[]);
  return [known, ...parts.flatMap(branches)];
}

function resolved(schema: JsonSchema): JsonSchema {
  if (typeof schema.$ref !== "string") return schema;
  const names = schema.$ref.replace(/^#\//, "").split("/");
  const target = names.reduce<unknown>((node, name) => (node as JsonSchema)[name], description);
  return resolved(target as JsonSchema);
}

/** Whether a field takes any text, so that it is worth a million characters. */
export function takesText({ schema }: Field): boolean {
  return branches(schema).some(({ type, enum: choices, format }) => type === "string" && !choices && !format);
}

/** Whether a field takes an id. */
export function takesId({ schema }: Field): boolean {
  return branches(schema).some(({ format }) => format === "uuid");
}

/** A copy with one field set; lists and objects on the way are made. `undefined` takes the field away. */
export function withField(body: unknown, [name = "", ...rest]: readonly string[], value: unknown): unknown {
  const copy = copyOf(body, name === "0");
  const known = (copy as Record<string, unknown>)[name];
  const next = rest.length > 0 ? withField(known ?? {}, rest, value) : value;
  if (next === undefined) delete (copy as Record<string, unknown>)[name];
  else
    Object.defineProperty(copy, name, { value: next, enumerable: true, configurable: true, writable: true });
  return copy;
}

function copyOf(body: unknown, isList: boolean): Record<string, unknown> | unknown[] {
  if (Array.isArray(body)) return [...body];
  return isList ? [] : { ...(body as object) };
}
