import "server-only";
import { describeApi } from "./openapi";

type Described = ReturnType<typeof describeApi>;
type Schema = Record<string, unknown>;
export type ReferenceField = { name: string; type: string; required: boolean; description: string };
export type ReferenceEndpoint = {
  id: string;
  method: string;
  path: string;
  summary: string;
  scope: string | null;
  query: ReferenceField[];
  body: ReferenceField[];
  status: string;
  answer: ReferenceField[];
};
export type ReferenceSection = { name: string; endpoints: ReferenceEndpoint[] };

const METHODS = ["get", "post", "patch", "delete"] as const;

/** The description of the API as sections a person reads, in the order of the document. */
export function referenceOf(routes: Parameters<typeof describeApi>[0]): ReferenceSection[] {
  const document = describeApi(routes);
  const sections = new Map<string, ReferenceEndpoint[]>();
  for (const [path, item] of Object.entries(document.paths ?? {})) {
    for (const method of METHODS) {
      const operation = (item as Record<string, Schema>)[method];
      if (!operation) continue;
      const name = path.split("/")[1] ?? "";
      sections.set(name, [...(sections.get(name) ?? []), endpointOf(document, method, path, operation)]);
    }
  }
  return [...sections].map(([name, endpoints]) => ({ name, endpoints }));
}

function endpointOf(document: Described, method: string, path: string, operation: Schema): ReferenceEndpoint {
  const parameters = (operation.parameters ?? []) as Schema[];
  const responses = operation.responses as Record<string, Schema>;
  const status = Object.keys(responses).find((code) => code !== "default") ?? "200";
  return {
    id: String(operation.operationId),
    method: method.toUpperCase(),
    path,
    summary: String(operation.summary),
    scope: /`(.+)`/.exec(String(operation.description ?? ""))?.[1] ?? null,
    query: parameters
      .filter((parameter) => parameter.in === "query")
      .map((parameter) =>
        fieldOf(document, String(parameter.name), parameter.schema as Schema, parameter.required === true),
      ),
    body: fieldsOf(document, contentOf(operation.requestBody)),
    status,
    answer: fieldsOf(document, contentOf(responses[status])),
  };
}

function contentOf(part: unknown): Schema | null {
  const content = (part as { content?: Record<string, { schema?: Schema }> } | undefined)?.content;
  return (content && Object.values(content)[0]?.schema) ?? null;
}

function fieldsOf(document: Described, schema: Schema | null): ReferenceField[] {
  if (!schema) return [];
  const { properties, required } = followed(document, schema);
  const names = (required ?? []) as string[];
  return Object.entries((properties ?? {}) as Record<string, Schema>).map(([name, child]) =>
    fieldOf(document, name, child, names.includes(name)),
  );
}

function fieldOf(document: Described, name: string, schema: Schema, required: boolean): ReferenceField {
  const description = String(schema.description ?? followed(document, schema).description ?? "");
  return { name, type: typeOf(document, schema), required, description };
}

function typeOf(document: Described, schema: Schema): string {
  if (typeof schema.$ref === "string") return schema.$ref.split("/").at(-1) ?? "";
  const choices = (schema.anyOf ?? schema.oneOf) as Schema[] | undefined;
  if (choices) return [...new Set(choices.map((choice) => typeOf(document, choice)))].join(" | ");
  if (schema.enum) return (schema.enum as unknown[]).map((value) => JSON.stringify(value)).join(" | ");
  if ("const" in schema) return JSON.stringify(schema.const);
  if (schema.type === "array") return `${typeOf(document, itemOf(schema))}[]`;
  if (Array.isArray(schema.type)) return schema.type.join(" | ");
  return String(schema.format ?? schema.type ?? "any");
}

/** What a list holds; one of a fixed length names its items one by one, and `items` is then no schema. */
function itemOf({ items, prefixItems }: Schema): Schema {
  const [first] = (prefixItems ?? []) as Schema[];
  return typeof items === "object" && items !== null ? (items as Schema) : (first ?? {});
}

function followed(document: Described, schema: Schema): Schema {
  if (typeof schema.$ref !== "string") return schema;
  const name = schema.$ref.split("/").at(-1) ?? "";
  return (document.components?.schemas?.[name] ?? {}) as Schema;
}
