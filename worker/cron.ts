import { type ParsedCronItem, parseCronItems } from "graphile-worker";

/** What happens by the clock, as one table: the task, and when (minute hour day month weekday, UTC). */
const SCHEDULE: readonly { task: string; match: string }[] = [
  { task: "sweep_sendings", match: "* * * * *" },
  { task: "sweep_evergreens", match: "35 * * * *" },
  { task: "audit.seal", match: "* * * * *" },
  { task: "consent.seal", match: "* * * * *" },
  { task: "sweep_waiting", match: "*/10 * * * *" },
  { task: "memberships.watch_admins", match: "40 11 * * *" },
  { task: "privacy.forget_expired", match: "50 5 * * *" },
  { task: "merges.sweep", match: "55 5 * * *" },
  { task: "tenant_life.sweep", match: "25 * * * *" },
  { task: "media.sweep", match: "5 * * * *" },
  { task: "feedback_forms.sweep", match: "45 5 * * *" },
  { task: "feedback.watch", match: "*/15 * * * *" },
  { task: "billing.reconcile", match: "20 6 * * *" },
  { task: "billing.watch", match: "*/10 * * * *" },
];

/** The table in the engine's form; a tick that was missed while nothing ran is made up for within the hour. */
export function cronItems(): ParsedCronItem[] {
  return parseCronItems(
    SCHEDULE.map(({ task, match }) => ({
      task,
      match,
      identifier: task,
      options: { backfillPeriod: 60 * 60 * 1_000 },
    })),
  );
}
