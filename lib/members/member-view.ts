import "server-only";
import { maskPhone } from "./phone-rules";
import type { CustomFields, IdentifierKind, IdentifierView, MemberView } from "./types";
import { DETAILS_LEVELS, type DetailsLevel, type VisibleFields } from "./visibility/types";

export type MemberSource = {
  id: string;
  name: string;
  locale: string | null;
  timezone: string | null;
  tags: string[];
  fields: CustomFields;
  birthdayOn: string | null;
  createdAt: Date;
};
export type IdentifierSource = { kind: string; value: string; typed: string | null };
type Shown = Pick<VisibleFields, "phone" | "phoneMasked" | "details">;

/**
 * The only place where a member's fields leave for a viewer (P12): what is not shown is absent, never just unprinted.
 * The caller has left out people of whom nothing shows.
 */
export function memberView(
  member: MemberSource,
  identifiers: readonly IdentifierSource[],
  shown: Shown,
): MemberView {
  const profile = showsAtLeast(shown.details, "all_but_notes");
  const tags = showsAtLeast(shown.details, "tags");
  return {
    id: member.id,
    name: member.name,
    identifiers: identifiers.flatMap((each) => identifierView(each, shown)),
    locale: profile ? member.locale : null,
    timezone: profile ? member.timezone : null,
    tags: tags ? member.tags : [],
    fields: tags ? member.fields : {},
    birthdayOn: profile ? member.birthdayOn : null,
    createdAt: member.createdAt.toISOString(),
  };
}

/** Whether a level of details reaches another. */
export function showsAtLeast(level: DetailsLevel, wanted: DetailsLevel): boolean {
  return DETAILS_LEVELS.indexOf(level) >= DETAILS_LEVELS.indexOf(wanted);
}

/** A phone shows with the phone; every other way to reach somebody is among the details. */
function identifierView({ kind, value, typed }: IdentifierSource, shown: Shown): IdentifierView[] {
  const known = kind as IdentifierKind;
  const whole = { kind: known, value, ...(typed !== null && typed !== value && { typed }) };
  if (known !== "phone") return showsAtLeast(shown.details, "all_but_notes") ? [whole] : [];
  if (shown.phone) return [whole];
  return shown.phoneMasked ? [{ kind: known, value: maskPhone(value), masked: true }] : [];
}
