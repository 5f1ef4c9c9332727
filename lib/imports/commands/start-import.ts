import "server-only";
import { recordAudit } from "@/lib/audit/commands/record-audit";
import { inTransaction, type TenantContext } from "@/lib/platform/context";
import { storeFile } from "@/lib/platform/files/store-file";
import { enqueue } from "@/lib/platform/jobs/enqueue";
import { authorize } from "@/lib/shared/decision";
import { newId } from "@/lib/shared/ids";
import { runImportJob } from "../jobs";
import { canRunImports } from "../policy";
import { detectKind } from "../rules";
import type { ImportKind, ImportMode, ImportOptions } from "../types";
import type { DateOrder } from "../whatsapp/types";
import { resolvePlace, resolveRoom } from "./resolve-place";

export type StartImport = {
  bytes: Uint8Array;
  fileName: string;
  /** Without it the file itself tells. */
  kind?: ImportKind | undefined;
  communityId?: string | undefined;
  groupId?: string | undefined;
  timezone?: string | undefined;
  country?: string | undefined;
  dateOrder?: DateOrder | "auto" | undefined;
  mapping?: Record<string, string | string[]> | undefined;
  mode?: ImportMode | undefined;
  dryRun?: boolean | undefined;
};

/**
 * Keeps an uploaded file and queues its import (I1, I2). What is not said about zone and country is the tenant's. A chat
 * needs a group; with a community alone it goes into the group named like the file, made where there is none.
 * @throws Refusal `not_allowed`, `payload_too_large`, `read_only`, `group_limit_reached`, `community_full`;
 * `invalid_input`: `unknown_id` for a place of nobody or of others, `group_required`, `file_empty`
 */
export async function startImport(ctx: TenantContext, input: StartImport): Promise<{ id: string }> {
  authorize(canRunImports(ctx.actor));
  const { bytes, fileName, dryRun = false } = input;
  const kind = input.kind ?? detectKind(fileName, bytes);
  const place = await resolvePlace(ctx, input);
  const options = await optionsOf(ctx, input);
  const id = newId();
  return inTransaction(ctx, async (tx) => {
    const file = await storeFile(tx, { purpose: "import", bytes, name: fileName });
    const groupId = await resolveRoom(tx, { ...place, kind, dryRun, fileName });
    await tx.db.import.create({
      data: {
        id,
        kind,
        fileId: file.id,
        fileName: fileName.slice(0, 200),
        communityId: place.communityId,
        groupId,
        dryRun,
        options,
        createdBy: tx.actor.kind === "staff" ? tx.actor.staffId : null,
        createdAt: tx.now,
      },
      select: { id: true },
    });
    await enqueue(tx.db, runImportJob, { importId: id });
    await recordAudit(tx, {
      action: "import.started",
      subjectKind: "import",
      subjectId: id,
      details: { kind, dryRun },
    });
    return { id };
  });
}

async function optionsOf(ctx: TenantContext, input: StartImport): Promise<ImportOptions> {
  const tenant = await ctx.db.tenant.findFirst({
    where: { id: ctx.tenantId },
    select: { timezone: true, country: true },
  });
  return {
    timezone: input.timezone ?? tenant?.timezone ?? "America/Sao_Paulo",
    country: input.country ?? tenant?.country ?? "BR",
    dateOrder: input.dateOrder ?? "auto",
    mapping: input.mapping ?? null,
    mode: input.mode ?? "per_row",
    authors: {},
  };
}
