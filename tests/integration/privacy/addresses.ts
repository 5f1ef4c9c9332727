import type { Fact } from "./told";
import type { LivedVillage } from "./village-life";

/**
 * Every way to fill the ids of an address in a village: each id of the noun that stands before it. Null where a noun has
 * none here; then the row of the matrix makes one of its own.
 */
export function idsFor(address: string, { pools, groups }: LivedVillage): Record<string, string>[] | null {
  let filled: Record<string, string>[] = [{}];
  const segments = address.split("/");
  for (const [index, segment] of segments.entries()) {
    const name = /^[{[](\w+)[}\]]$/.exec(segment)?.[1];
    if (name === undefined || name === "tenant") continue;
    const pool = pools[segments[index - 1] ?? ""];
    if (pool === undefined) return null;
    filled = filled.flatMap((ids) => pool.map((id) => ({ ...ids, [name]: id })));
  }
  return filled.filter(({ communityId, groupId }) => isOwnRoom(groups, communityId, groupId));
}

function isOwnRoom(groups: LivedVillage["groups"], communityId?: string, groupId?: string): boolean {
  if (communityId === undefined || groupId === undefined) return true;
  return groups.some((group) => group.id === groupId && group.communityId === communityId);
}

type Search = { text: string; fact: Fact; index: number };

/** Searches for each person, by each form of what is known of them, with the fact that has to show for it. */
export function searchesFor({ people }: LivedVillage): Search[] {
  return people.flatMap(({ index, name, phone, email, username, tag }) => {
    const of = (fact: Fact, ...texts: string[]) => texts.map((text) => ({ text, fact, index }));
    const national = `(${phone.slice(3, 5)}) ${phone.slice(5, 10)}-${phone.slice(10)}`;
    return [
      ...of("name", name, name.split(" ")[1]?.slice(0, 6).toUpperCase() ?? name),
      ...of("phone", phone, phone.slice(-5), national),
      ...of("contact", email, username),
      ...of("tags", tag),
    ];
  });
}
