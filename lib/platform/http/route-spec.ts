import "server-only";
import type { z } from "zod";
import type { TenantContext } from "../context";
import type { StagedUpload } from "../files/stage-upload";
import type { Scope } from "./scopes";

type Shape = z.ZodObject | undefined;
type Output<T> = T extends z.ZodType ? z.output<T> : undefined;

export type RouteInput<P extends Shape, Q extends Shape, B> = {
  params: Output<P>;
  query: Output<Q>;
  body: Output<B>;
  /** What came as bytes, where the endpoint takes them so. */
  upload: StagedUpload | null;
  request: Request;
};

/**
 * One endpoint of the REST API: what it accepts and answers (also the source of the OpenAPI description) and the query
 * or command it calls. `exists` looks ids of the path up before the body is validated: unknown and foreign alike are 404.
 */
export type RouteSpec<
  P extends Shape = Shape,
  Q extends Shape = Shape,
  B extends z.ZodType | undefined = z.ZodType | undefined,
> = {
  method: "GET" | "POST" | "PATCH" | "DELETE";
  /** Under `/api/v1`, in the style of OpenAPI: `/communities/{id}`. */
  path: `/${string}`;
  /** The scope a key needs; null: any valid key. */
  scope: Scope | null;
  summary: string;
  params?: P;
  query?: Q;
  body?: B;
  /** `bytes`: a file as it is, streamed to disk; it has no schema. */
  bodyKind?: "json" | "multipart" | "bytes";
  /** Null: an empty 204, or a `Response` that `run` makes itself and `raw` describes. */
  response: z.ZodType | null;
  raw?: { status: 200 | 302; type?: string };
  status?: 200 | 201 | 202 | 204;
  /** Goes on while the tenant is read-only, as every GET does. */
  whenReadOnly?: "allowed";
  exists?: (ctx: TenantContext, params: Output<P>) => Promise<void>;
  run: (ctx: TenantContext, input: RouteInput<P, Q, B>) => Promise<unknown>;
};

/** Declares an endpoint, with its types inferred. */
export function defineRoute<P extends Shape, Q extends Shape, B extends z.ZodType | undefined>(
  spec: RouteSpec<P, Q, B>,
): RouteSpec<P, Q, B> {
  return spec;
}
