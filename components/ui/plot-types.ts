/** What a plot shows at one place of its axis. A value that is not told is null: it is drawn as a mark of its own. */
export type PlotStep = { key: string; label: string; values: readonly (number | null)[] };

/** One of the things that are shown beside or upon each other; its colour is never the only sign of it. */
export type PlotSeries = { label: string; colour: 1 | 2 | 3 | 4 | 5 };

export const FILLS = { 1: "fill-s1", 2: "fill-s2", 3: "fill-s3", 4: "fill-s4", 5: "fill-s5" } as const;
export const BACKS = { 1: "bg-s1", 2: "bg-s2", 3: "bg-s3", 4: "bg-s4", 5: "bg-s5" } as const;
