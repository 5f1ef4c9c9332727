export type TimeSuggestion = { key: "today" | "tomorrow" | "monday"; localTime: string };

const EVENING = "18:00";
const MORNING = "09:00";

/** Times that people often mean, from the earliest minute that can be chosen ("2026-11-26T10:40"), soonest first. */
export function suggestTimes(earliest: string): TimeSuggestion[] {
  const today = earliest.slice(0, 10);
  const weekday = new Date(`${today}T00:00:00Z`).getUTCDay();
  const toMonday = (8 - weekday) % 7 || 7;
  const suggestions: TimeSuggestion[] = [
    { key: "today", localTime: `${today}T${EVENING}` },
    { key: "tomorrow", localTime: `${plusDays(today, 1)}T${MORNING}` },
    { key: "monday", localTime: `${plusDays(today, toMonday)}T${MORNING}` },
  ];
  return suggestions.filter(
    ({ key, localTime }) => localTime > earliest && !(key === "monday" && toMonday === 1),
  );
}

function plusDays(dayOn: string, days: number): string {
  const day = new Date(`${dayOn}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + days);
  return day.toISOString().slice(0, 10);
}
