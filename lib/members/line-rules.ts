import type { MemberLine } from "./list-rules";
import { formatPhone } from "./phone-rules";
import type { IdentifierKind, IdentifierView, ListedMember } from "./types";

const ORDER: readonly IdentifierKind[] = ["phone", "email", "username", "whatsapp"];

/** The row of a member: the best way to reach them first, how many others there are. */
export function lineOf(member: ListedMember): MemberLine {
  const sorted = member.identifiers.toSorted((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
  const { id, name, photoFileId, tags } = member;
  return {
    id,
    name,
    photoFileId,
    contact: sorted[0] ? shownValue(sorted[0]) : null,
    more: Math.max(0, sorted.length - 1),
    tags,
  };
}

/** An identifier as people write it: a phone in groups of digits. */
export function shownValue({ kind, value, masked }: IdentifierView): string {
  return kind === "phone" && !masked ? formatPhone(value) : value;
}
