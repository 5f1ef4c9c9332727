/** The keys under which the browser keeps what it asked of segments. */
export const segmentKeys = {
  count: (slug: string, filter: string) => ["segments", slug, "count", filter] as const,
};
