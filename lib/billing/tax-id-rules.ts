import { cnpj, cpf } from "cpf-cnpj-validator";

export type TaxId = { kind: "cpf" | "cnpj"; value: string };

/**
 * A CPF or CNPJ as it is stored: without points, in capitals; null when its check digits are wrong. CNPJ are letters and
 * digits for companies since July 2026 (X35, Nota Técnica COCAD 49/2024), so that they are text everywhere.
 */
export function readTaxId(typed: string): TaxId | null {
  const value = typed.replace(/[\s./-]/gu, "").toUpperCase();
  if (/^\d{11}$/.test(value)) return cpf.isValid(value) ? { kind: "cpf", value } : null;
  return /^[0-9A-Z]{12}\d{2}$/.test(value) && cnpj.isValid(value) ? { kind: "cnpj", value } : null;
}

/** The way people write it: `390.533.447-05`, `12.ABC.345/01DE-35`. */
export function formatTaxId({ kind, value }: TaxId): string {
  return kind === "cpf" ? cpf.format(value) : cnpj.format(value);
}
