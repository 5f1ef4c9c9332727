import "server-only";
import { join } from "node:path";
import { dataDir } from "../env";

/** The folder of all files of a tenant. */
export function tenantFolder(tenantId: string): string {
  return join(dataDir(), "files", tenantId);
}

/** The folder of one file. The last characters of an id are random, so that folders stay small. */
export function fileFolder(tenantId: string, id: string): string {
  return join(tenantFolder(tenantId), id.slice(-2), id);
}
