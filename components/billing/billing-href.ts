type Search = Record<string, string | number | undefined>;

/** The address of the billing page with what is chosen on it, at one of its sections. */
export function billingHref(slug: string, search: Search, section?: "invoices" | "plans"): string {
  return `/t/${slug}/billing${queryOf(search)}${section ? `#${section}` : ""}`;
}

/** The address of the chosen invoices as a file. */
export function invoicesFileHref(slug: string, search: Search, kind: "csv" | "zip"): string {
  return `/t/${slug}/billing/invoices/${kind}${queryOf(search)}`;
}

function queryOf(search: Search): string {
  const given = Object.entries(search).flatMap(([name, value]) => (value ? [[name, String(value)]] : []));
  const query = new URLSearchParams(given).toString();
  return query && `?${query}`;
}
