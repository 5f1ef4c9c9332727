import type { Actor } from "@/lib/shared/actor";
import {
  DETAILS_LEVELS,
  type DetailsLevel,
  type Relation,
  type Viewer,
  type VisibilityReason,
  type VisibleFields,
} from "./types";

export type Grant = Omit<VisibleFields, "reasons" | "name">;
export type GrantingRule = VisibilityReason["rule"];

/** The rows of the table P that show something; each shows the name. What no row grants is hidden. */
export const GRANTS: Record<GrantingRule, Grant> = {
  P1: { phone: true, phoneMasked: false, photo: true, details: "all_but_notes" },
  P2: { phone: true, phoneMasked: false, photo: true, details: "none" },
  P4: { phone: true, phoneMasked: false, photo: true, details: "all_but_notes" },
  P6: { phone: true, phoneMasked: false, photo: true, details: "all_but_notes" },
  P7: { phone: true, phoneMasked: false, photo: true, details: "all" },
  P8: { phone: false, phoneMasked: true, photo: true, details: "tags" },
  P10: { phone: false, phoneMasked: false, photo: true, details: "none" },
};

/** Who an actor is to the rules of privacy. A staff user is judged by the staff role alone (P7, P8, P9). */
export function viewerOf(actor: Actor): Viewer {
  switch (actor.kind) {
    case "member":
      return { kind: "member", memberId: actor.memberId };
    case "staff": {
      const { role, memberId, grantedCommunityIds } = actor;
      return { kind: "staff", role, memberId, grantedCommunityIds };
    }
    case "system":
      return { kind: "system" };
  }
}

/**
 * What a viewer sees of a person, and which rules grant it: the one decision of privacy (P14). `visibility-sql.ts` says
 * the same for lists, and a test compares both on random villages.
 */
export function visibleFields(relation: Relation): VisibleFields {
  const seen: VisibleFields = {
    name: false,
    phone: false,
    phoneMasked: false,
    photo: false,
    details: "none",
    reasons: [],
  };
  const grant = (rule: GrantingRule, roomId: string | null = null) => {
    const row = GRANTS[rule];
    seen.name = true;
    seen.phone ||= row.phone;
    seen.photo ||= row.photo;
    seen.phoneMasked ||= row.phoneMasked;
    seen.details = higher(seen.details, row.details);
    seen.reasons.push({ rule, roomId });
  };
  if (relation.self) grant("P1");
  for (const { rule, roomId } of staffGrants(relation)) grant(rule, roomId);
  for (const id of relation.administeredCommunities) grant("P6", id);
  for (const id of relation.administeredGroups) grant("P4", id);
  for (const id of relation.sharedGroups) grant("P2", id);
  for (const id of relation.ledCommunities) grant("P10", id);
  return { ...seen, phoneMasked: seen.phoneMasked && !seen.phone };
}

/** P7, P8; finance gets nothing (P9). */
function staffGrants({ staff, system }: Relation): VisibilityReason[] {
  if (system) return [{ rule: "P7", roomId: null }];
  switch (staff?.role) {
    case "owner":
    case "admin":
      return [{ rule: "P7", roomId: null }];
    case "marketer":
    case "agent":
      return staff.grantedCommunities.map((roomId) => ({ rule: "P8", roomId }));
    case "finance":
    case undefined:
      return [];
  }
}

function higher(a: DetailsLevel, b: DetailsLevel): DetailsLevel {
  return DETAILS_LEVELS.indexOf(a) >= DETAILS_LEVELS.indexOf(b) ? a : b;
}
