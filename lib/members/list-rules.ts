/** A member as a row of the dashboard's table: only what is shown. */
export type MemberLine = {
  id: string;
  name: string;
  photoFileId: string | null;
  contact: string | null;
  more: number;
  tags: string[];
};

/** The orders of the list, each of them walked by a key. */
export const LIST_SORTS = ["name", "name_desc", "newest", "oldest"] as const;
export type ListSort = (typeof LIST_SORTS)[number];

/** A place in a list: by what it is ordered, which way, after whom. */
export type ListPlace =
  | { sort: "name"; descending: boolean; after: { name: string; id: string } | null }
  | { sort: "newest"; descending: boolean; after: { createdAt: Date; id: string } | null };

export type ListQuery = { q: string; tag: string; communityId: string; groupId: string; segmentId: string };

/** The filters of the list's address; what is not text is left out. */
export function listQueryOf(raw: Record<string, string | string[] | undefined>): ListQuery {
  const text = (name: string) => {
    const value = raw[name];
    return typeof value === "string" ? value.slice(0, 200) : "";
  };
  return {
    q: text("q"),
    tag: text("tag"),
    communityId: text("communityId"),
    groupId: text("groupId"),
    segmentId: text("segmentId"),
  };
}

/** The same as an address's query; empty filters are left out. */
export function queryText(query: ListQuery, cursor?: string): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== "") params.set(name, value);
  if (cursor) params.set("cursor", cursor);
  return params.toString();
}
