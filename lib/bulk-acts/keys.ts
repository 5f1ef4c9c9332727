/** The keys under which the browser keeps what it asked of bulk acts. */
export const bulkActKeys = {
  count: (slug: string, query: string) => ["bulk-acts", slug, "count", query] as const,
};
