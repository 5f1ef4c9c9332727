import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import { writeCsv } from "@/lib/platform/csv";
import { translatorFor } from "@/lib/platform/i18n/translator";
import { getImport } from "./find-import";

/** The faults of an import as a file for a spreadsheet. @throws Refusal `not_allowed`, `not_found` */
export async function getErrorsFile(ctx: TenantContext, id: string): Promise<string> {
  const { errors } = await getImport(ctx, id);
  const t = translatorFor(ctx.locale);
  const header = [t("imports.faults.row"), t("imports.faults.column"), t("imports.faults.message"), "code"];
  return writeCsv([
    header,
    ...errors.map(({ row, column, message, code }) => [row, column ?? "", message, code]),
  ]);
}

/** A table to fill in, in the reader's language. */
export function getSampleFile(ctx: Pick<TenantContext, "locale">): string {
  const t = translatorFor(ctx.locale);
  const columns = ["name", "phone", "email", "tags"] as const;
  return writeCsv([
    columns.map((column) => t(`imports.sampleFile.${column}`)),
    ["Ana Lima", "(11) 90000-0001", "ana@exemplo.com.br", "vip, corrida"],
    ["Beto Reis", "(11) 90000-0002", "", "corrida"],
  ]);
}
