import { parse } from "csv-parse/sync";
import { strFromU8, unzipSync } from "fflate";
import { beforeAll, describe, expect, test } from "vitest";
import { exportInvoices } from "@/lib/billing/queries/export-invoices";
import { listInvoices, listInvoiceYears } from "@/lib/billing/queries/list-invoices";
import { zipInvoices } from "@/lib/billing/queries/zip-invoices";
import { storeFile } from "@/lib/platform/files/store-file";
import { newId } from "@/lib/shared/ids";
import { aTenant, type Neighbour } from "../../support/world";
import { stripeForTests } from "./stripe-world";

// B3: what finance takes away and looks for. A tenant of São Paulo with invoices around two turns of the year.
stripeForTests();
let tenant: Neighbour;
const pdf = new TextEncoder().encode("%PDF-1.7 kept");

type Made = { number: string | null; at: string; amountMinor: bigint; currency: string; status?: string } & {
  refundedMinor?: bigint;
  creditedMinor?: bigint;
};
const invoices: Made[] = [
  { number: "A-1", at: "2025-01-01T02:30:00Z", amountMinor: 4_900n, currency: "BRL" },
  { number: "A-2", at: "2025-01-01T03:30:00Z", amountMinor: 123_456n, currency: "BRL", refundedMinor: 500n },
  { number: "A-3", at: "2026-03-10T12:00:00Z", amountMinor: 1_200n, currency: "USD", status: "open" },
  { number: "A-4", at: "2026-04-10T12:00:00Z", amountMinor: 980n, currency: "JPY", status: "void" },
  {
    number: "=cmd()",
    at: "2026-05-10T12:00:00Z",
    amountMinor: 4_900n,
    currency: "BRL",
    creditedMinor: 4_900n,
  },
  { number: null, at: "2026-06-10T12:00:00Z", amountMinor: 4_900n, currency: "BRL", status: "draft" },
];

beforeAll(async () => {
  tenant = await aTenant("growth");
  const { db } = tenant.as("owner");
  for (const { at, number, status = "paid", ...money } of invoices) {
    const when = new Date(at);
    const issued = status === "draft" ? null : when;
    const stored = number === "A-1" || number === "A-2";
    const file = stored && (await storeFile(tenant.as("owner"), { purpose: "invoice_pdf", bytes: pdf }));
    await db.invoice.create({
      data: {
        id: newId(),
        stripeInvoiceId: `in_${newId()}`,
        plan: "Growth",
        number,
        status,
        ...money,
        createdAt: when,
        finalizedAt: issued,
        ...(file && { pdfFileId: file.id }),
      },
    });
  }
});

const csv = async (filter = {}, locale: "pt-BR" | "en" | "es" = "pt-BR") => {
  const bytes = await new Response(await exportInvoices({ ...tenant.as("finance"), locale }, filter)).bytes();
  const text = Buffer.from(bytes).toString();
  return { text, rows: parse(text, { bom: true, delimiter: ";" }) as string[][] };
};

describe("The file for spreadsheets", () => {
  test("begins with the five columns of the page, newest first, in each language", async () => {
    const headers = async (locale: "pt-BR" | "en" | "es") => (await csv({}, locale)).rows[0]?.slice(0, 5);
    expect(await headers("pt-BR")).toEqual(["Plano", "Valor", "URL da fatura", "PDF da fatura", "Data"]);
    expect(await headers("en")).toEqual(["Plan", "Amount", "Invoice URL", "Invoice PDF", "Date"]);
    const { rows } = await csv();
    expect(rows.slice(1).map((row) => row[5])).toEqual(["", "'=cmd()", "A-4", "A-3", "A-2", "A-1"]);
  });

  test("opens right in a Brazilian Excel: marked UTF-8, semicolons, decimal commas, no decimals for yen", async () => {
    const { text, rows } = await csv();
    expect(text.charCodeAt(0)).toBe(0xfeff);
    const amounts = Object.fromEntries(rows.slice(1).map((row) => [row[5], `${row[1]} ${row[7]}`]));
    expect(amounts).toMatchObject({
      "A-1": "49,00 BRL",
      "A-2": "1234,56 BRL",
      "A-3": "12,00 USD",
      "A-4": "980 JPY",
    });
  });

  test("holds addresses of ours, none for a draft, and says what was given back", async () => {
    const { rows } = await csv();
    const [draft, credited, , , refunded] = rows.slice(1);
    expect(draft?.slice(2, 4)).toEqual(["", ""]);
    expect(credited?.[2]).toMatch(new RegExp(`/t/${tenant.slug}/billing/invoices/[0-9a-f-]{36}/hosted$`));
    expect(credited?.[6]).toBe("Creditada");
    expect(refunded?.slice(6)).toEqual(["Devolvida", "BRL", "0,00", "0,00", "0,00", "5,00"]);
  });
});

describe("The filters", () => {
  test("a year is one of the tenant's zone: half past two in Greenwich is still last year in São Paulo", async () => {
    const numbers = async (year: number) => (await csv({ year })).rows.slice(1).map((row) => row[5]);
    expect(await numbers(2024)).toEqual(["A-1"]);
    expect(await numbers(2025)).toEqual(["A-2"]);
    expect(await listInvoiceYears(tenant.as("finance"))).toEqual([2026, 2025, 2024]);
  });

  test("by status, and in both orders across pages", async () => {
    expect((await csv({ status: "open" })).rows.slice(1).map((row) => row[5])).toEqual(["A-3"]);
    const walk = async (oldestFirst: boolean) => {
      const numbers: (string | null)[] = [];
      let cursor: string | undefined;
      do {
        const page = await listInvoices(tenant.as("finance"), { limit: 2, cursor, oldestFirst });
        numbers.push(...page.data.map(({ number }) => number));
        cursor = page.nextCursor ?? undefined;
      } while (cursor);
      return numbers;
    };
    expect(await walk(true)).toEqual(invoices.map(({ number }) => number));
    expect(await walk(false)).toEqual(invoices.map(({ number }) => number).reverse());
  });
});

test("the archive holds each PDF under its number, and names those that cannot be had now", async () => {
  const bytes = await new Response(zipInvoices(tenant.as("finance"), {})).bytes();
  const files = unzipSync(bytes);
  expect(Object.keys(files).sort()).toEqual(["A-1.pdf", "A-2.pdf", "faturas-sem-pdf.txt"]);
  expect(files["A-1.pdf"]).toEqual(pdf);
  expect(strFromU8(files["faturas-sem-pdf.txt"] ?? new Uint8Array())).toBe("=cmd()\r\nA-4\r\nA-3\r\n");
});

test("an archive of a year without invoices is an empty archive", async () => {
  const bytes = await new Response(zipInvoices(tenant.as("finance"), { year: 2019 })).bytes();
  expect(unzipSync(bytes)).toEqual({});
});
