import type { StaffRole } from "@/lib/shared/actor";

/** How much of a profile's details a viewer sees (the columns of the table P). */
export type DetailsLevel = "none" | "tags" | "all_but_notes" | "all";
/** The levels in rising order; SQL speaks of them by their place. */
export const DETAILS_LEVELS: readonly DetailsLevel[] = ["none", "tags", "all_but_notes", "all"];

/** Who looks. */
export type Viewer =
  | { kind: "member"; memberId: string }
  | {
      kind: "staff";
      role: StaffRole;
      memberId: string | null;
      grantedCommunityIds: readonly string[];
    }
  | { kind: "system" };

/**
 * The facts between a viewer and a person, as ids of rooms. Announcement lanes and overflow siblings are in none of the
 * lists: only a room itself is shared (P11). An archived room is still a room that both are in.
 */
export type Relation = {
  self: boolean;
  sharedGroups: readonly string[];
  /** Of the shared groups, those that the viewer administers. */
  administeredGroups: readonly string[];
  /** Communities of both that the viewer administers. */
  administeredCommunities: readonly string[];
  /** Communities of both that the person looked at administers. */
  ledCommunities: readonly string[];
  /** The viewer's staff role, and the communities granted to it that the person is in. */
  staff: { role: StaffRole; grantedCommunities: readonly string[] } | null;
  system: boolean;
};

/** A rule of the table P that grants something, with the room that makes it hold. */
export type VisibilityReason = {
  rule: "P1" | "P2" | "P4" | "P6" | "P7" | "P8" | "P10";
  roomId: string | null;
};

export type VisibleFields = {
  name: boolean;
  phone: boolean;
  /** The end of the phone is shown, the rest is not (P8). */
  phoneMasked: boolean;
  photo: boolean;
  details: DetailsLevel;
  reasons: VisibilityReason[];
};

/** How much of a field shows: `masked` is the end of a phone; the others are the levels of details. */
export const SEEN_LEVELS = ["all", "masked", "tags", "all_but_notes", "none"] as const;
export type SeenLevel = (typeof SEEN_LEVELS)[number];

/**
 * Why a field is hidden: the rules that hold show other fields only; both are in a community but in no group of it
 * together (P3); nothing is shared (P9).
 */
export const WITHHELD = ["rules_show_less", "no_shared_group", "nothing_shared"] as const;
export type Withheld = (typeof WITHHELD)[number];

export const PROFILE_FIELDS = ["name", "phone", "photo", "details"] as const;

export type ExplainedField = {
  field: (typeof PROFILE_FIELDS)[number];
  shows: SeenLevel;
  /** The rules that show it; none where it is hidden. */
  reasons: VisibilityReason[];
  withheld: Withheld | null;
};
