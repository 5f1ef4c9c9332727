import type { FieldValue } from "@/lib/fields/types";
import type { DetailsLevel, ExplainedField } from "./visibility/types";

export type IdentifierKind = "phone" | "email" | "whatsapp" | "username";
export const IDENTIFIER_KINDS = ["phone", "email", "whatsapp", "username"] as const;

/**
 * Of each kind the first is the main one. `masked` marks a phone of which only the end is shown (P8); `typed` is what was
 * written where it differs from what it was read as (X20).
 */
export type IdentifierView = { kind: IdentifierKind; value: string; masked?: true; typed?: string };

/** Values of the tenant's own fields, by key. */
export type CustomFields = Record<string, FieldValue>;

/** A member as one viewer may see them: what is hidden is empty or null, never there. */
export type MemberView = {
  id: string;
  name: string;
  identifiers: IdentifierView[];
  locale: string | null;
  timezone: string | null;
  tags: string[];
  fields: CustomFields;
  birthdayOn: string | null;
  createdAt: string;
};

/** A member in a list. */
export type ListedMember = MemberView & { photoFileId: string | null };

/** The member's card in the dashboard: the view plus what only the page shows. */
export type MemberCard = MemberView & {
  photoFileId: string | null;
  details: DetailsLevel;
};

export type UpsertOutcome = "created" | "updated" | "unchanged" | "refused";
/** The outcome of one row of a bulk upsert; `code` says why a row was refused. */
export type UpsertResult = {
  index: number;
  outcome: UpsertOutcome;
  memberId: string | null;
  code: string | null;
};

/** What a viewer sees of somebody, and the rules that grant it in words. */
export type ExplainedVisibility = {
  visible: { name: boolean; phone: boolean; photo: boolean; details: boolean };
  reasons: string[];
  /** Field by field: how much shows, by which of the rules, and why the rest does not. */
  fields: (Omit<ExplainedField, "reasons"> & { reasons: string[] })[];
};

export type Simulated = {
  answer: ExplainedVisibility;
  /** The body of `GET /members/{id}/visibility` to the same question, byte for byte. */
  apiBody: string;
};

/** Somebody of whom the simulator may be asked, with what tells two of one name apart. */
export type SimulatedPerson = { id: string; name: string; hint?: string };

export type RoomRole = "admin" | "member";
/** A community of a person, with their groups in it. */
export type MemberRoom = {
  id: string;
  name: string;
  role: RoomRole;
  joinedAt: Date;
  groups: { id: string; name: string; role: RoomRole; memberCount: number }[];
};

/** A community with its groups, as filters name them. */
export type Place = { id: string; name: string; groups: { id: string; name: string }[] };
