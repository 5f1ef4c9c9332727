/** An address with these choices in its query; what is not chosen is left out. */
export function centreHref(base: string, search: Record<string, string | undefined>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(search)) if (value) query.set(name, value);
  return query.size > 0 ? `${base}?${query}` : base;
}
