import { GRANTS, type Grant } from "./policy";
import type { ExplainedField, SeenLevel, VisibleFields, Withheld } from "./types";

/** What of each field of a profile shows, by which rules, and why the rest does not (P15). Pure, as the rules themselves. */
export function explainFields(seen: VisibleFields, place: { sharesCommunity: boolean }): ExplainedField[] {
  return (Object.keys(levelOf) as (keyof typeof levelOf)[]).map((field) => {
    const level = levelOf[field];
    const shows = level(seen);
    if (shows === "none") return { field, shows, reasons: [], withheld: withheldBy(seen, place) };
    // A rule that shows less than what is seen is not what shows it.
    const reasons = seen.reasons.filter(({ rule }) => level(GRANTS[rule]) === shows);
    return { field, shows, reasons, withheld: null };
  });
}

// Every rule shows the name, so that a grant does not speak of it.
const levelOf: Record<ExplainedField["field"], (shown: Grant & { name?: boolean }) => SeenLevel> = {
  name: ({ name = true }) => (name ? "all" : "none"),
  phone: ({ phone, phoneMasked }) => {
    if (phone) return "all";
    return phoneMasked ? "masked" : "none";
  },
  photo: ({ photo }) => (photo ? "all" : "none"),
  details: ({ details }) => details,
};

function withheldBy({ name }: VisibleFields, { sharesCommunity }: { sharesCommunity: boolean }): Withheld {
  if (name) return "rules_show_less";
  return sharesCommunity ? "no_shared_group" : "nothing_shared";
}
