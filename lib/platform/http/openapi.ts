import "server-only";
import { z } from "zod";
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from "zod-openapi";
import type { RouteSpec } from "./route-spec";
import { SCOPES } from "./scopes";

// biome-ignore lint/suspicious/noExplicitAny: routes with different inputs; each validates its own.
type AnyRoute = RouteSpec<any, any, any>;

const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string().meta({ description: "What rule refused; stable, for programs" }),
    detail: z.string().meta({ description: "For people, in the language of Accept-Language" }),
    errors: z.array(
      z.object({
        path: z.string(),
        code: z.string(),
        message: z.string(),
        existingId: z
          .string()
          .optional()
          .meta({ description: "What stands in the way, to those who may see it" }),
      }),
    ),
    params: z
      .record(z.string(), z.union([z.string(), z.number()]))
      .optional()
      .meta({
        description: "What `detail` names, for programs: the limit, the people to confirm, the scope",
      }),
    errorId: z.string().optional().meta({ description: "Only for our own bugs: the id in the log" }),
  })
  .meta({ id: "Problem" });

/** The OpenAPI 3.1 description of the API, from the very schemas that validate (I4). */
export function describeApi(routes: readonly AnyRoute[]) {
  const paths: ZodOpenApiPathsObject = {};
  for (const route of routes) {
    paths[route.path] = { ...paths[route.path], [route.method.toLowerCase()]: operation(route) };
  }
  return createDocument({
    openapi: "3.1.0",
    info: {
      title: "Aldeia",
      version: "1",
      description: "Communities, members, announcements, feedback and invoices of one tenant.",
    },
    servers: [{ url: "/api/v1" }],
    security: [{ key: [] }],
    components: {
      securitySchemes: {
        key: {
          type: "http",
          scheme: "bearer",
          description: `A key of the tenant. Scopes: ${SCOPES.join(", ")}; all.`,
        },
      },
    },
    paths,
  });
}

function operation(route: AnyRoute): ZodOpenApiOperationObject {
  return {
    operationId: operationId(route),
    tags: [route.path.split("/")[1] ?? ""],
    summary: route.summary,
    ...(route.scope ? { description: `Scope: \`${route.scope}\`` } : {}),
    requestParams: {
      ...(route.params ? { path: route.params } : {}),
      ...(route.query ? { query: route.query } : {}),
      ...(route.method === "POST"
        ? { header: z.object({ "Idempotency-Key": z.string().max(255).optional() }) }
        : {}),
    },
    ...requestBody(route),
    responses: {
      ...success(route),
      default: { description: "A refusal", content: { "application/problem+json": { schema: problem } } },
    },
  };
}

function requestBody({ body, bodyKind }: AnyRoute): Pick<ZodOpenApiOperationObject, "requestBody"> {
  if (bodyKind === "bytes") {
    const schema = { type: "string", format: "binary", description: "The file as it is" } as const;
    return { requestBody: { required: true, content: { "application/octet-stream": { schema } } } };
  }
  const type = bodyKind === "multipart" ? "multipart/form-data" : "application/json";
  return body ? { requestBody: { required: true, content: { [type]: { schema: body } } } } : {};
}

function success({ response, status = 200, raw }: AnyRoute): ZodOpenApiOperationObject["responses"] {
  if (response) {
    return {
      [`${status}`]: { description: "The answer", content: { "application/json": { schema: response } } },
    };
  }
  if (!raw) return { "204": { description: "Done" } };
  if (!raw.type) return { [`${raw.status}`]: { description: "Leads on to the address in `Location`" } };
  return {
    [`${raw.status}`]: { description: "The file or stream", content: { [raw.type]: { schema: z.string() } } },
  };
}

function operationId({ method, path }: AnyRoute): string {
  const words = path
    .split("/")
    .filter((word) => word !== "")
    .map((word) => word.replace(/^\{(.*)\}$/, "by-$1"));
  return [method.toLowerCase(), ...words]
    .join("-")
    .replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}
