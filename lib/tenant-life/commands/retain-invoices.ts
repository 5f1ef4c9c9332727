import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import { readOriginal } from "@/lib/platform/files/read-file";
import { retainedUntil } from "../rules";

/** Copies issued invoices to where they outlive their tenant, with name and tax number, and the PDF as it was sent (T5). */
export async function retainInvoices(tx: TenantContext): Promise<void> {
  const [invoices, profile, tenant] = await Promise.all([
    tx.db.invoice.findMany({
      where: { status: { not: "draft" } },
      select: {
        id: true,
        stripeInvoiceId: true,
        number: true,
        plan: true,
        amountMinor: true,
        amountPaidMinor: true,
        currency: true,
        status: true,
        pdfFileId: true,
        finalizedAt: true,
        createdAt: true,
      },
    }),
    tx.db.billingProfile.findFirst({ select: { legalName: true, taxId: true } }),
    tx.db.tenant.findFirst({ select: { name: true } }),
  ]);
  const legalName = profile?.legalName || tenant?.name || "";
  for (const invoice of invoices) {
    const issuedAt = invoice.finalizedAt ?? invoice.createdAt;
    const pdf = invoice.pdfFileId ? await readOriginal(tx, invoice.pdfFileId) : null;
    await tx.db.$executeRaw`
      INSERT INTO retained_invoices (id, former_tenant_id, stripe_invoice_id, number, plan, amount_minor, amount_paid_minor,
        currency, status, legal_name, tax_id, issued_at, keep_until, pdf)
      VALUES (${invoice.id}::uuid, ${tx.tenantId}::uuid, ${invoice.stripeInvoiceId}, ${invoice.number}, ${invoice.plan},
        ${invoice.amountMinor}, ${invoice.amountPaidMinor}, ${invoice.currency}, ${invoice.status}, ${legalName},
        ${profile?.taxId ?? null}, ${issuedAt}::timestamptz, ${retainedUntil(issuedAt)}::timestamptz, ${pdf})`;
  }
}
