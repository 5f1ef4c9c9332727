import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import { expect } from "vitest";
import { routes } from "@/app/api/v1/registry";
import { describeApi } from "@/lib/platform/http/openapi";

const FORMATS: Record<string, RegExp | true> = {
  uuid: /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
  "date-time": /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/,
  uri: /^[a-z][a-z0-9+.-]*:/,
};

/** The description as the product gives it out. */
export const description = JSON.parse(JSON.stringify(describeApi(routes))) as Description;
export type JsonSchema = Record<string, unknown>;
type Operation = {
  parameters?: { name: string; in: string; required?: boolean; schema: JsonSchema }[];
  requestBody?: { content: Record<string, { schema: JsonSchema }> };
  responses: Record<string, { content?: Record<string, { schema: JsonSchema }> }>;
};
type Description = { paths: Record<string, Record<string, Operation>>; components?: object };

const ajv = new Ajv2020({ strict: false, allErrors: true, formats: FORMATS });
ajv.addSchema(description, "description");
const compiled = new Map<string, ValidateFunction>();

/** The operation of `GET /communities/{id}`. */
export function operationOf(endpoint: string): Operation {
  const [method = "", path = ""] = endpoint.split(" ");
  const operation = description.paths[path]?.[method.toLowerCase()];
  if (!operation) throw new Error(`${endpoint} is not in the description`);
  return operation;
}

export type Answer = { status: number; text: string; type: string; json: Problem & Record<string, unknown> };
type Problem = { code?: string; detail?: string; errors?: { path: string; code: string; message: string }[] };

/** An answer is one that the description names: the success with its schema, or a problem with a code and never a bug. */
export function expectConforms(endpoint: string, answer: Answer, sent: unknown = undefined): void {
  const story = () => `${endpoint} ${shown(sent)} → ${answer.status} ${answer.text.slice(0, 600)}`;
  if (answer.status >= 400) {
    expect(answer.status, story()).toBeLessThan(500);
    expect(answer.type, story()).toBe("application/problem+json");
    expect(problemsOf(endpoint, "default", answer.json), story()).toEqual([]);
    expect(answer.json.detail, `${story()} has a text`).not.toMatch(/^errors\./);
    for (const { message } of answer.json.errors ?? []) expect(message, story()).not.toMatch(/^errors\./);
    return;
  }
  const described = Object.keys(operationOf(endpoint).responses);
  if (answer.status >= 300) return;
  expect(described, story()).toContain(String(answer.status));
  if (answer.type.startsWith("application/json"))
    expect(problemsOf(endpoint, String(answer.status), answer.json), story()).toEqual([]);
}

function shown(sent: unknown): string {
  return sent === undefined ? "" : (JSON.stringify(sent) ?? "").slice(0, 400);
}

function problemsOf(endpoint: string, status: string, value: unknown): string[] {
  const validate = validatorOf(endpoint, status);
  if (!validate || validate(value)) return [];
  return (validate.errors ?? []).map(
    ({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`,
  );
}

function validatorOf(endpoint: string, status: string): ValidateFunction | null {
  const content = operationOf(endpoint).responses[status]?.content;
  const type = content && Object.keys(content)[0];
  if (!type) return null;
  const [method = "", path = ""] = endpoint.split(" ");
  const pointer = ["paths", path, method.toLowerCase(), "responses", status, "content", type, "schema"]
    .map((part) => encodeURIComponent(part.replaceAll("~", "~0").replaceAll("/", "~1")))
    .join("/");
  const known = compiled.get(pointer) ?? ajv.compile({ $ref: `description#/${pointer}` });
  compiled.set(pointer, known);
  return known;
}
