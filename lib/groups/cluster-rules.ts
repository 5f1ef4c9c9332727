import type { Ties } from "./ties-rules";

type Edge = { a: number; b: number; weight: number };

/**
 * Groups people by their closest ties first, as long as a group fits into one room; big ones first. People are named by
 * their place in the list, and stand beside whom they were joined with, so that a group that is cut is cut between
 * strangers rather than friends.
 */
export function clustersOf(people: readonly string[], ties: Ties, mostPeople: number): number[][] {
  const clusters = people.map((_, index) => [index]);
  const homeOf = people.map((_, index) => index);
  const sizeOf = (home: number) => clusters[home]?.length ?? 0;
  for (const { a, b } of edgesOf(people, ties)) {
    const homes = [homeOf[a] ?? a, homeOf[b] ?? b].sort((x, y) => sizeOf(y) - sizeOf(x));
    const [into = a, from = b] = homes;
    if (into === from || sizeOf(into) + sizeOf(from) > mostPeople) continue;
    for (const person of clusters[from] ?? []) homeOf[person] = into;
    clusters[into]?.push(...(clusters[from] ?? []));
    clusters[from] = [];
  }
  return clusters
    .filter((cluster) => cluster.length > 0)
    .sort((x, y) => y.length - x.length || (x[0] ?? 0) - (y[0] ?? 0));
}

/** The pairs, and each circle as a chain: enough to grow it together without naming every two of a city. */
function edgesOf(people: readonly string[], ties: Ties): Edge[] {
  const indexOf = new Map(people.map((id, index) => [id, index]));
  const edges: Edge[] = [];
  const join = (a: number | undefined, b: number | undefined, weight: number) => {
    if (a !== undefined && b !== undefined) edges.push({ a, b, weight });
  };
  for (const { a, b, weight } of ties.pairs) join(indexOf.get(a), indexOf.get(b), weight);
  for (const { members, weight } of ties.circles) {
    const here = members.flatMap((id) => indexOf.get(id) ?? []);
    const each = weight / Math.max(1, members.length - 1);
    for (let at = 1; at < here.length; at++) join(here[at - 1], here[at], each);
  }
  return edges.sort((x, y) => y.weight - x.weight || x.a - y.a || x.b - y.b);
}
