/** The ways by which a person could be reached, the dearest last; an announcement always goes to the first. */
export const REACH_CHANNELS = ["in_app", "push", "email", "whatsapp", "relay"] as const;
export type ReachChannel = (typeof REACH_CHANNELS)[number];

/** So many people can be reached by exactly these channels. */
export type ReachGroup = { channels: readonly ReachChannel[]; people: number };

export type Coverage = {
  people: number;
  channels: { channel: ReachChannel; reached: number; missing: number }[];
  /** The smallest set that reaches everybody who can be reached; each person counts at the first channel that has them. */
  plan: { channel: ReachChannel; people: number }[];
  /** Whom no channel reaches. */
  unreached: number;
};

/** Whom a community's announcements reach by each channel, and the fewest channels that leave nobody out (L5). */
export function coverageOf(groups: readonly ReachGroup[]): Coverage {
  const people = sum(groups);
  const best = Math.max(0, ...subsets().map((set) => sum(reachedBy(groups, set))));
  const set = subsets().find((each) => sum(reachedBy(groups, each)) === best) ?? [];
  return {
    people,
    channels: REACH_CHANNELS.map((channel) => {
      const reached = sum(reachedBy(groups, [channel]));
      return { channel, reached, missing: people - reached };
    }),
    plan: set.map((channel, at) => {
      const before = sum(reachedBy(groups, set.slice(0, at)));
      return { channel, people: sum(reachedBy(groups, set.slice(0, at + 1))) - before };
    }),
    unreached: people - best,
  };
}

/** Every set of channels with the portal in it, the smaller ones first, in the order of their channels. */
function subsets(): ReachChannel[][] {
  const [first, ...others] = REACH_CHANNELS;
  let all: ReachChannel[][] = [[first]];
  for (const channel of others) all = all.flatMap((set) => [set, [...set, channel]]);
  const place = (set: readonly ReachChannel[]) => set.map((each) => REACH_CHANNELS.indexOf(each)).join();
  return all.sort((a, b) => a.length - b.length || place(a).localeCompare(place(b)));
}

function reachedBy(groups: readonly ReachGroup[], set: readonly ReachChannel[]): ReachGroup[] {
  return groups.filter(({ channels }) => channels.some((channel) => set.includes(channel)));
}

function sum(groups: readonly ReachGroup[]): number {
  return groups.reduce((total, { people }) => total + people, 0);
}
