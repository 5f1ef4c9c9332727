import "server-only";
import { Readable } from "node:stream";
import { Zip, ZipPassThrough } from "fflate";
import type { TenantContext } from "@/lib/platform/context";
import { translatorFor } from "@/lib/platform/i18n/translator";
import { authorize } from "@/lib/shared/decision";
import { Refusal } from "@/lib/shared/refusal";
import { canViewBilling } from "../policy";
import { getInvoicePdf } from "./get-invoice-pdf";
import { eachInvoicePage, type InvoiceFilter } from "./list-invoices";

type Bytes = Uint8Array<ArrayBuffer>;

/**
 * The PDFs of the invoices in one archive, one after the other, so that it needs the memory of one. An invoice whose PDF
 * cannot be had now is named in a text file within, rather than failing the rest or being left out in silence.
 * @throws Refusal `not_allowed` (B7)
 */
export function zipInvoices(ctx: TenantContext, filter: InvoiceFilter): ReadableStream<Bytes> {
  authorize(canViewBilling(ctx.actor));
  const missing = translatorFor(ctx.locale)("billing.invoices.missing");
  return Readable.toWeb(Readable.from(archive(ctx, filter, missing))) as ReadableStream<Bytes>;
}

async function* archive(
  ctx: TenantContext,
  filter: InvoiceFilter,
  missingText: string,
): AsyncGenerator<Bytes> {
  const made: Bytes[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    made.push(chunk as Bytes);
  });
  const add = (name: string, bytes: Uint8Array) => {
    const entry = new ZipPassThrough(name);
    entry.mtime = ctx.now;
    zip.add(entry);
    entry.push(bytes, true);
  };
  const missing: string[] = [];
  for await (const invoices of eachInvoicePage(ctx, filter))
    for (const { id, number, status } of invoices) {
      if (status === "draft") continue;
      const pdf = await getInvoicePdf(ctx, id).catch(refusedOnly);
      if (pdf) add(pdf.fileName, pdf.bytes);
      else missing.push(number ?? id);
      yield* made.splice(0);
    }
  if (missing.length > 0) add(`${missingText}.txt`, new TextEncoder().encode(`${missing.join("\r\n")}\r\n`));
  zip.end();
  yield* made.splice(0);
}

function refusedOnly(error: unknown): null {
  if (error instanceof Refusal) return null;
  throw error;
}
