import type { Actor } from "@/lib/shared/actor";
import type { Action } from "./permissions";
import { canAsStaff } from "./policy";

/** The sections of the dashboard that have pages, and the action that opens each; null: open to the whole team. */
const SECTIONS = {
  home: null,
  communities: "communities.view",
  announcements: "announcements.view",
  inbox: "inbox.use",
  feedback: "feedback.view",
  members: "members.view",
  billing: "billing.view",
  settings: null,
} as const satisfies Record<string, Action | null>;

/** The sections that an actor may see. */
export function sectionsOf(actor: Actor): string[] {
  return Object.entries(SECTIONS)
    .filter(([, action]) => action === null || canAsStaff(actor, action).ok)
    .map(([section]) => section);
}
