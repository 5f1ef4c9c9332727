import "server-only";
import { recordAudit } from "@/lib/audit/commands/record-audit";
import type { TenantContext } from "@/lib/platform/context";
import { streamText } from "@/lib/platform/http/stream-text";
import { authorize } from "@/lib/shared/decision";
import { sealConsents } from "../commands/seal-consents";
import { recomputeLedger } from "../ledger-sql";
import { canReadLedger } from "../policy";

const ROWS_AT_ONCE = 1_000;

/**
 * The whole ledger as JSON lines in the order of its chain, with everything that verifying it offline needs: the first line
 * says whose it is and what the last hash is (docs/consent-ledger.md). Taking it away is audited (R6).
 * @throws Refusal `not_allowed`
 */
export async function exportLedger(ctx: TenantContext): Promise<ReadableStream<Uint8Array<ArrayBuffer>>> {
  authorize(canReadLedger(ctx.actor));
  await recordAudit(ctx, { action: "consent.ledger_exported", subjectKind: "consent" });
  await sealConsents(ctx.db);
  const { entries, tip } = await recomputeLedger(ctx.db);
  return streamText(linesOf(ctx, { entries, tip }));
}

async function* linesOf(
  ctx: TenantContext,
  { entries, tip }: { entries: number; tip: string | null },
): AsyncGenerator<string> {
  const { tenantId, now } = ctx;
  yield line({ ledger: "aldeia-consent-1", tenantId, exportedAt: now.toISOString(), entries, tip });
  for (let after = 0; after < entries; ) {
    const rows = await ctx.db.consent.findMany({
      where: { position: { gt: after, lte: entries } },
      omit: { tenantId: true },
      orderBy: { position: "asc" },
      take: ROWS_AT_ONCE,
    });
    if (rows.length === 0) return;
    for (const { position, proofSalt, at, ...row } of rows)
      yield line({ position: Number(position), ...row, at: at.toISOString(), salt: proofSalt });
    after = Number(rows.at(-1)?.position ?? entries);
  }
}

const line = (value: object) => `${JSON.stringify(value)}\n`;
