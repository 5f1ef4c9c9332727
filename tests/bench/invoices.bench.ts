import { statSync } from "node:fs";
import { findStaffActor } from "@/lib/accounts/queries/find-staff-actor";
import { listInvoices, listInvoiceYears } from "@/lib/billing/queries/list-invoices";
import { systemContext, type TenantContext } from "@/lib/platform/context";
import { storeFile } from "@/lib/platform/files/store-file";
import { createTenant } from "@/lib/tenants/commands/create-tenant";
import { buildIfNeeded } from "../../bin/build";
import type { Ratio } from "../../scripts/bench";
import { asOwner } from "../support/as-owner";
import { withBenchDatabase } from "../support/bench-database";
import { askTimes, benchCookie, benchWeb } from "../support/bench-web";
import { interleave } from "../support/interleave";

const MANY = 10_000;
const FEW = 10;
const ROUNDS = 9;
const TIMES_A_ROUND = 50;
const STATIC_FILE = "app-icon-512.png";
// The promise: a stored PDF comes at most this much later than a static file.
const ALLOWED_MS = 10;

/** The invoices of a tenant with many of them against one with few; a stored PDF against a static file. */
export async function measure(): Promise<Ratio[]> {
  await buildIfNeeded(() => undefined);
  return await withBenchDatabase(async (ownerUrl) => [await pages(ownerUrl), await pdf(ownerUrl)]);
}

async function pages(ownerUrl: string): Promise<Ratio> {
  const [many, few] = [await aPayer("muitas", MANY, ownerUrl), await aPayer("poucas", FEW, ownerUrl)];
  const { oursMs, limitMs, ratio } = await interleave(
    ROUNDS,
    () => readPages(many.ctx),
    () => readPages(few.ctx),
  );
  const each = (ms: number) => `${(ms / TIMES_A_ROUND).toFixed(2)} ms`;
  return {
    name: "invoices page of 10,000 against 10",
    ratio,
    bound: 1.3,
    detail: `${each(oursMs)} against ${each(limitMs)}`,
  };
}

/** What the page asks for: its invoices and the years of its filter. */
async function readPages(ctx: TenantContext): Promise<void> {
  for (let n = 0; n < TIMES_A_ROUND; n++)
    await Promise.all([listInvoices(ctx, { limit: FEW }), listInvoiceYears(ctx)]);
}

async function pdf(ownerUrl: string): Promise<Ratio> {
  const web = await benchWeb();
  try {
    process.env.ALDEIA_DATA_DIR = web.files;
    const { ctx, userId } = await aPayer("uma", 1, ownerUrl);
    const bytes = new Uint8Array(statSync(`public/${STATIC_FILE}`).size).fill(32);
    bytes.set(new TextEncoder().encode("%PDF-1.7\n"));
    const file = await storeFile(ctx, { purpose: "invoice_pdf", bytes });
    await ctx.db.invoice.updateMany({ data: { pdfFileId: file.id } });
    const [invoice] = (await listInvoices(ctx, { limit: 1 })).data;
    const cookie = await benchCookie(userId);
    const kept = `${web.url}/t/uma/billing/invoices/${invoice?.id}/pdf`;
    const { oursMs, limitMs } = await interleave(
      ROUNDS,
      () => askTimes(TIMES_A_ROUND, kept, cookie),
      () => askTimes(TIMES_A_ROUND, `${web.url}/${STATIC_FILE}`, cookie),
    );
    const later = (oursMs - limitMs) / TIMES_A_ROUND;
    return {
      name: "stored PDF, later than a static file, of 10 ms",
      ratio: later / ALLOWED_MS,
      bound: 1,
      detail: `${(oursMs / TIMES_A_ROUND).toFixed(2)} ms against ${(limitMs / TIMES_A_ROUND).toFixed(2)} ms`,
    };
  } finally {
    web.stop();
  }
}

async function aPayer(slug: string, invoices: number, ownerUrl: string) {
  const owner = { name: "Bench", email: `owner@${slug}.example` };
  const { tenantId, userId } = await createTenant({ slug, name: slug, plan: "scale", owner });
  await asOwner(
    ownerUrl,
    `INSERT INTO invoices (tenant_id, id, stripe_invoice_id, number, plan, amount_minor, currency, status, finalized_at, created_at)
     SELECT $1, new_id(), 'in_' || n, 'B-' || n, 'Growth', 14900, 'BRL', 'paid', at, at
     FROM generate_series(1, $2::int) n, LATERAL (SELECT now() - n * interval '6 hours' AS at) moment`,
    [tenantId, invoices],
  );
  await asOwner(ownerUrl, "ANALYZE");
  const actor = await findStaffActor(tenantId, userId);
  if (!actor) throw new Error("the owner is staff");
  const ctx: TenantContext = { ...systemContext(tenantId, "bench"), actor };
  return { ctx, userId };
}
