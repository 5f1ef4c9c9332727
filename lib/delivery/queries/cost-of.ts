import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import {
  type CostLine,
  callingCodeOf,
  categoryOf,
  countryOfCode,
  type PriceList,
  priceOn,
  toMinor,
} from "@/lib/whatsapp/price-rules";
import { findPriceList } from "@/lib/whatsapp/queries/list-prices";
import { countByNumber, type Priced } from "../priced-sql";
import type { Audience, Rehearsal } from "../types";

/**
 * What a sending costs on a day by country and category (A17). Only WhatsApp charges for each message; a country without a
 * price is counted in `unpriced`, never as nothing.
 */
export async function costOf(ctx: TenantContext, audience: Audience, on: Date): Promise<Rehearsal["cost"]> {
  const isCharged = audience.channels.includes("whatsapp");
  const [list, counted, tenant] = await Promise.all([
    isCharged ? findPriceList(ctx) : NO_PRICES,
    isCharged ? countByNumber(ctx.db, audience) : [],
    ctx.db.tenant.findFirst({ select: { currency: true } }),
  ]);
  const currency = list.currency ?? tenant?.currency ?? "BRL";
  return sumUp(counted, { list, currency, purpose: audience.purpose, day: on.toISOString().slice(0, 10) });
}

const NO_PRICES: PriceList = { currency: null, prices: [] };

type Terms = { list: PriceList; currency: string; purpose: string; day: string };

/** The total is rounded once, so that the lines may differ from it by a cent. */
export function sumUp(
  counted: readonly Priced[],
  { list, currency, purpose, day }: Terms,
): Rehearsal["cost"] {
  const alike = new Map<string, Omit<CostLine, "country" | "amountMinor">>();
  for (const { digits, isOpen, people } of counted) {
    const callingCode = callingCodeOf(digits) ?? digits;
    const category = categoryOf(purpose, isOpen);
    const before = alike.get(`${callingCode} ${category}`)?.people ?? 0;
    alike.set(`${callingCode} ${category}`, { callingCode, category, people: before + people });
  }
  const priced = [...alike.values()].map((line) => ({
    ...line,
    country: countryOfCode(line.callingCode),
    price: priceOn(list.prices, { ...line, day }),
  }));
  const lines = priced
    .map(({ price, ...line }) => ({
      ...line,
      amountMinor: price === null ? null : toMinor(price * line.people, currency),
    }))
    .sort((a, b) => b.people - a.people || a.callingCode.localeCompare(b.callingCode));
  const total = priced.reduce((sum, { price, people }) => sum + (price ?? 0) * people, 0);
  const unpriced = priced.reduce((sum, { price, people }) => sum + (price === null ? people : 0), 0);
  return { amountMinor: toMinor(total, currency), currency, lines, unpriced };
}
