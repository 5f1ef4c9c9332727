import "server-only";
import { rm } from "node:fs/promises";
import type { TenantContext } from "../context";
import { fileFolder } from "./file-paths";

/** Takes the bytes of files away for good, after the transaction that took their rows. Again changes nothing. */
export async function removeFileBytes(tenantId: string, fileIds: readonly string[]): Promise<void> {
  for (const id of fileIds) await rm(fileFolder(tenantId, id), { recursive: true, force: true });
}

/** Takes the rows of files away, in the caller's transaction. @returns those that there were, for `removeFileBytes` */
export async function removeFileRows(ctx: TenantContext, fileIds: readonly string[]): Promise<string[]> {
  const where = { id: { in: [...fileIds] } };
  const known = await ctx.db.file.findMany({ where, select: { id: true } });
  await ctx.db.file.deleteMany({ where });
  return known.map(({ id }) => id);
}
