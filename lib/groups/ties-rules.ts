/**
 * Who is close to whom. A pair counts its weight when it sits together; a circle shares something (an inviter, a city, a
 * tag), and each of its people counts its weight when all the others are there: a city of thousands does not drown three
 * friends.
 */
export type Ties = {
  pairs: readonly { a: string; b: string; weight: number }[];
  circles: readonly { members: readonly string[]; weight: number }[];
};

/** What is known of people before they are placed. */
export type Neighbour = {
  id: string;
  invitedBy: string | null;
  city: string | null;
  tags: readonly string[];
};
export type Talk = { a: string; b: string; replies: number };

// How much keeps two people together: being brought by one another most, then being brought by the same person, then
// answering each other, which grows slowly with how often; a city and a tag the least.
const INVITED = 4;
const SAME_INVITER = 3;
const MOST_FOR_TALK = 6;
const SAME_CITY = 1;
const SAME_TAG = 0.5;

/** The ties among people: inviter, shared inviter, city, tags, and answers to each other (L10). */
export function tiesOf(people: readonly Neighbour[], talk: readonly Talk[]): Ties {
  const known = new Set(people.map(({ id }) => id));
  const invited = people.flatMap(({ id, invitedBy }) =>
    invitedBy !== null && invitedBy !== id && known.has(invitedBy)
      ? [{ a: invitedBy, b: id, weight: INVITED }]
      : [],
  );
  const talked = talk
    .filter(({ a, b }) => a !== b && known.has(a) && known.has(b))
    .map(({ a, b, replies }) => ({ a, b, weight: Math.min(MOST_FOR_TALK, 2 * Math.log2(1 + replies)) }));
  return {
    pairs: [...invited, ...talked],
    circles: [
      ...circlesBy(people, SAME_INVITER, ({ invitedBy }) => (invitedBy === null ? [] : [invitedBy])),
      ...circlesBy(people, SAME_CITY, ({ city }) => (city === null ? [] : [city])),
      ...circlesBy(people, SAME_TAG, ({ tags }) => tags),
    ],
  };
}

function circlesBy(
  people: readonly Neighbour[],
  weight: number,
  sharedOf: (person: Neighbour) => readonly string[],
): { members: string[]; weight: number }[] {
  const circles = new Map<string, string[]>();
  for (const person of people) {
    for (const shared of new Set(sharedOf(person))) {
      const circle = circles.get(shared);
      if (circle) circle.push(person.id);
      else circles.set(shared, [person.id]);
    }
  }
  return [...circles.values()]
    .filter((members) => members.length > 1)
    .map((members) => ({ members, weight }));
}

export type Split = { total: number; split: number };

/** How much of the ties there is and how much a seating splits, by weight; who is seated nowhere does not count. */
export function splitOf(seats: readonly (readonly string[])[], ties: Ties): Split {
  const roomOf = new Map(seats.flatMap((ids, room) => ids.map((id) => [id, room] as const)));
  const parts = [
    ...ties.pairs.map((pair) => splitOfPair(roomOf, pair)),
    ...ties.circles.map((circle) => splitOfCircle(roomOf, circle)),
  ];
  return parts.reduce(
    (sum, part) => ({ total: sum.total + part.total, split: sum.split + part.split }),
    NOTHING,
  );
}

const NOTHING: Split = { total: 0, split: 0 };

function splitOfPair(roomOf: ReadonlyMap<string, number>, { a, b, weight }: Ties["pairs"][number]): Split {
  const [one, other] = [roomOf.get(a), roomOf.get(b)];
  if (one === undefined || other === undefined) return NOTHING;
  return { total: weight, split: one === other ? 0 : weight };
}

function splitOfCircle(roomOf: ReadonlyMap<string, number>, circle: Ties["circles"][number]): Split {
  const counts = new Map<number, number>();
  for (const id of circle.members) {
    const room = roomOf.get(id);
    if (room !== undefined) counts.set(room, (counts.get(room) ?? 0) + 1);
  }
  const seated = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const together = [...counts.values()].reduce((sum, count) => sum + pairsOf(count), 0);
  const each = circle.weight / Math.max(1, circle.members.length - 1);
  return { total: each * pairsOf(seated), split: each * (pairsOf(seated) - together) };
}

const pairsOf = (count: number) => (count * (count - 1)) / 2;
