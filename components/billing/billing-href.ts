type Search = Record<string, string | number | undefined>;

/** The address of the billing page with what is chosen on it, at one of its sections. */
export function billingHref(slug: string, search: Search, section?: "invoices" | "plans"): string {
  const given = Object.entries(search).flatMap(([name, value]) => (value ? [[name, String(value)]] : []));
  const query = new URLSearchParams(given).toString();
  return `/t/${slug}/billing${query && `?${query}`}${section ? `#${section}` : ""}`;
}
