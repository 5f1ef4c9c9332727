import type { IdentifierKind, ListedMember } from "./types";

/** A member as a row of the dashboard's table: only what is shown. */
export type MemberLine = {
  id: string;
  name: string;
  photoFileId: string | null;
  contact: string | null;
  more: number;
  tags: string[];
};

const ORDER: readonly IdentifierKind[] = ["phone", "email", "username", "whatsapp"];

/** The row of a member: the best way to reach them first, how many others there are. */
export function lineOf(member: ListedMember): MemberLine {
  const sorted = member.identifiers.toSorted((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
  const { id, name, photoFileId, tags } = member;
  return {
    id,
    name,
    photoFileId,
    contact: sorted[0]?.value ?? null,
    more: Math.max(0, sorted.length - 1),
    tags,
  };
}

export type ListQuery = { q: string; tag: string; communityId: string; groupId: string };

/** The filters of the list's address; what is not text is left out. */
export function listQueryOf(raw: Record<string, string | string[] | undefined>): ListQuery {
  const text = (name: string) => {
    const value = raw[name];
    return typeof value === "string" ? value.slice(0, 200) : "";
  };
  return { q: text("q"), tag: text("tag"), communityId: text("communityId"), groupId: text("groupId") };
}

/** The same as an address's query; empty filters are left out. */
export function queryText(query: ListQuery, cursor?: string): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== "") params.set(name, value);
  if (cursor) params.set("cursor", cursor);
  return params.toString();
}
