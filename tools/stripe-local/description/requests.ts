import type { Shape } from "../wire/shape";
import type { Description } from "./derive";
import type { Schema } from "./union";

type Writing = { description: Description; shared: Map<string, string>; lines: string[] };

const WORTH_A_LINE = 60;

/** The parameters of the given operations as lines for `wire/requests.jsonl`; a shape used twice gets a line of its own. */
export const requestLines = (description: Description, operations: string[]): string[] => {
  const writing: Writing = { description, shared: new Map(), lines: [] };
  for (const operation of operations) {
    const schema = description.requests[operation];
    writing.lines.push(JSON.stringify([operation, schema ? shapeOf(writing, schema) : { fields: {} }]));
  }
  return writing.lines;
};

const named = (writing: Writing, shape: Shape): Shape => {
  const text = JSON.stringify(shape);
  if (text.length < WORTH_A_LINE) return shape;
  const known = writing.shared.get(text);
  if (known) return known;
  const name = `#${writing.shared.size + 1}`;
  writing.shared.set(text, name);
  writing.lines.push(JSON.stringify([name, shape]));
  return name;
};

const shapeOf = (writing: Writing, schema: Schema): Shape => {
  const inner = (one: Schema): Shape => shapeOf(writing, one);
  if (schema.$ref) return inner(writing.description.schemas[schema.$ref.split("/").at(-1) ?? ""] ?? {});
  if (schema.anyOf) return named(writing, { one: schema.anyOf.map(inner) });
  if (schema.items) return named(writing, { list: inner(schema.items) });
  if (schema.properties && Object.keys(schema.properties).length > 0) {
    const fields = Object.fromEntries(
      Object.entries(schema.properties).map(([key, value]) => [key, inner(value)]),
    );
    return named(writing, { fields, ...(schema.required && { required: schema.required }) });
  }
  return leafOf(writing, schema);
};

const leafOf = (writing: Writing, schema: Schema): Shape => {
  if (schema.enum) return named(writing, { enum: schema.enum.map(String) });
  if (schema.const !== undefined) return { enum: [String(schema.const)] };
  if (schema.type === "object") return "hash";
  return typeof schema.type === "string" ? schema.type : "any";
};
