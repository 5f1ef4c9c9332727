import "server-only";
import { join } from "node:path";
import { dataDir } from "../env";

/** The folder of one file. The last characters of an id are random, so that folders stay small. */
export function fileFolder(tenantId: string, id: string): string {
  return join(dataDir(), "files", tenantId, id.slice(-2), id);
}
