import type { Evergreen } from "@/lib/announcements/types";

/** What the fields for who joins later say. */
export type EvergreenStart = { kind: "" | "days" | "until"; days: string; until: string };

export const NOT_EVERGREEN: EvergreenStart = { kind: "", days: "30", until: "" };

/** The same of an announcement that is there already. */
export function evergreenStartOf(evergreen: Evergreen | null): EvergreenStart {
  if (!evergreen) return NOT_EVERGREEN;
  if ("days" in evergreen) return { ...NOT_EVERGREEN, kind: "days", days: String(evergreen.days) };
  return { ...NOT_EVERGREEN, kind: "until", until: evergreen.until };
}

/** Reads it from the form; a field that is away keeps what it said. */
export function readEvergreen(form: FormData, before: EvergreenStart): EvergreenStart {
  const text = (name: string, kept: string) => (form.has(name) ? String(form.get(name)) : kept);
  const kind = form.get("evergreen");
  return {
    kind: kind === "days" || kind === "until" ? kind : "",
    days: text("evergreen.days", before.days),
    until: text("evergreen.until", before.until),
  };
}
