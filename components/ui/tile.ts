const tiles = [
  "bg-tile-1",
  "bg-tile-2",
  "bg-tile-3",
  "bg-tile-4",
  "bg-tile-5",
  "bg-tile-6",
  "bg-tile-7",
  "bg-tile-8",
] as const;

/** A tile colour by number 0–7, as a community's icon stores it. */
export function tileAt(index: number): string {
  return tiles[((index % 8) + 8) % 8] ?? tiles[0];
}

/** A tile colour that is always the same for the same name. */
export function tileOf(name: string): string {
  let sum = 0;
  for (const char of name) sum = (sum * 31 + (char.codePointAt(0) ?? 0)) % 65_521;
  return tileAt(sum);
}
