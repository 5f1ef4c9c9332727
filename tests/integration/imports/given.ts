import { existsSync, readFileSync } from "node:fs";
import { createCommunity } from "@/lib/communities/commands/create-community";
import { createGroup } from "@/lib/groups/commands/create-group";
import { runImport } from "@/lib/imports/commands/run-import";
import { type StartImport, startImport } from "@/lib/imports/commands/start-import";
import { getImport } from "@/lib/imports/queries/find-import";
import { systemContext } from "@/lib/platform/context";
import type { Neighbour } from "../../support/world";

export type Place = { communityId: string; groupId: string };

/** A community with one group. */
export async function aPlace(tenant: Neighbour): Promise<Place> {
  const ctx = tenant.as("owner");
  const { id: communityId } = await createCommunity(ctx, { name: "Corre Vila" });
  const { id: groupId } = await createGroup(ctx, { communityId, name: "Iniciantes" });
  return { communityId, groupId };
}

/** Uploads as the owner, works the job off as the worker does, and answers the import. */
export async function importFile(
  tenant: Neighbour,
  given: Partial<StartImport> & { text?: string | Uint8Array },
) {
  const ctx = tenant.as("owner");
  const { text = "", ...rest } = given;
  const bytes = typeof text === "string" ? new TextEncoder().encode(text) : text;
  const { id } = await startImport(ctx, { fileName: "pessoas.csv", kind: "members_csv", bytes, ...rest });
  await work(tenant, id);
  return getImport(ctx, id);
}

/** What the worker does with the job. */
export function work(tenant: Neighbour, importId: string): Promise<void> {
  return runImport(systemContext(tenant.tenantId, "run_import"), { importId });
}

const SHARED = new URL("../../../../shared/data/whatsapp/", import.meta.url);

/** A real exported chat beside the repository, or null where there is none. */
export function realChat(name: string): Uint8Array | null {
  const url = new URL(name, SHARED);
  return existsSync(url) ? new Uint8Array(readFileSync(url)) : null;
}
