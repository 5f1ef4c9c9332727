/** Query keys of live lists of members. */
export const memberKeys = {
  list: (slug: string, query: string) => ["members", slug, query] as const,
};
