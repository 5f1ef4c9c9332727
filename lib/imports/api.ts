import "server-only";
import { z } from "zod";
import { pageQuery } from "@/lib/platform/http/cursor";
import { defineRoute } from "@/lib/platform/http/route-spec";
import { reviewImport } from "./commands/review-import";
import { startImport } from "./commands/start-import";
import { undoImport } from "./commands/undo-import";
import { getImport, importExists } from "./queries/find-import";
import { listImports } from "./queries/list-imports";
import { importAnswer, reviewFields, uploadFields } from "./schema";
import type { ImportView } from "./types";

const params = z.object({ id: z.uuid() });

export const listImportsRoute = defineRoute({
  method: "GET",
  path: "/imports",
  scope: "imports:read",
  summary: "Imports, newest first; each with its first 100 errors",
  query: pageQuery,
  response: z.object({ data: z.array(importAnswer), nextCursor: z.string().nullable() }),
  run: async (ctx, { query }) => {
    const page = await listImports(ctx, query);
    return { ...page, data: page.data.map(answerOf) };
  },
});

export const startImportRoute = defineRoute({
  method: "POST",
  path: "/imports",
  scope: "imports:write",
  summary: "Import members from a table, or an exported WhatsApp chat",
  bodyKind: "multipart",
  body: uploadFields,
  response: importAnswer,
  status: 202,
  run: async (ctx, { body: { file, ...fields } }) => {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const { id } = await startImport(ctx, { ...fields, bytes, fileName: file.name });
    return answerOf(await getImport(ctx, id));
  },
});

export const getImportRoute = defineRoute({
  method: "GET",
  path: "/imports/{id}",
  scope: "imports:read",
  summary: "One import",
  params,
  response: importAnswer,
  exists: (ctx, { id }) => importExists(ctx, id),
  run: async (ctx, { params: { id } }) => answerOf(await getImport(ctx, id)),
});

export const reviewImportRoute = defineRoute({
  method: "PATCH",
  path: "/imports/{id}",
  scope: "imports:write",
  summary: "Answer what an import waits for, or start one that was a dry run",
  params,
  body: reviewFields,
  response: importAnswer,
  exists: (ctx, { id }) => importExists(ctx, id),
  run: async (ctx, { params: { id }, body }) => {
    await reviewImport(ctx, { ...body, id });
    return answerOf(await getImport(ctx, id));
  },
});

export const undoImportRoute = defineRoute({
  method: "POST",
  path: "/imports/{id}/undo",
  scope: "imports:write",
  summary: "Take an import back",
  params,
  response: importAnswer,
  exists: (ctx, { id }) => importExists(ctx, id),
  run: async (ctx, { params: { id } }) => {
    await undoImport(ctx, { id });
    return answerOf(await getImport(ctx, id));
  },
});

function answerOf({ options: _, createdAt, finishedAt, ...view }: ImportView) {
  return { ...view, createdAt: createdAt.toISOString(), finishedAt: finishedAt?.toISOString() ?? null };
}
