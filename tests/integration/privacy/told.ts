import type { VisibleFields } from "@/lib/members/visibility/types";
import type { Planted } from "../../support/planted-village";

/** What can be told of a person, as far as privacy goes: the columns of the table P, taken apart. */
export const FACTS = [
  "id",
  "name",
  "phone",
  "mask",
  "photo",
  "contact",
  "birthday",
  "tags",
  "notes",
] as const;
export type Fact = (typeof FACTS)[number];
export type Told = { person: Planted; fact: Fact };

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
const BETWEEN_DIGITS = /(\d)[\s().\-+/\u00a0\u2011]{1,3}(?=\d)/g;
const ENCODED = /[A-Za-z0-9_-]{32,}/g;

/** Everything of these people that a text tells, whatever the writing: digits in groups, encoded places of lists. */
export function toldIn(text: string, people: readonly Planted[]): Told[] {
  const all = [text, ...decoded(text)].join("\n").toLowerCase();
  const idless = all.replace(UUID, " ");
  const read: Read = { all, idless, digits: idless.replace(BETWEEN_DIGITS, "$1") };
  return people.flatMap((person) =>
    FACTS.filter((fact) => isTold[fact](person, read)).map((fact) => ({ person, fact })),
  );
}

/** Base64 without padding, as in cursors and tokens. */
function decoded(text: string): string[] {
  return [...text.matchAll(ENCODED)].map(([match]) => Buffer.from(match, "base64url").toString("utf8"));
}

/** A text as it is, without ids, and with numbers that are written in groups made whole. */
type Read = { all: string; idless: string; digits: string };

const isTold: Record<Fact, (person: Planted, read: Read) => boolean> = {
  id: ({ id }, { all }) => all.includes(id),
  name: ({ name }, { all }) => name.split(" ").some((word) => all.includes(word)),
  phone: ({ phone }, { digits }) => digits.includes(phone.slice(-8)),
  mask: ({ phone }, { all }) => new RegExp(`•${phone.slice(-2)}\\b`).test(all),
  photo: ({ photoFileId }, { all }) => all.includes(photoFileId),
  contact: ({ email, username, whatsapp }, { all, digits }) =>
    [...email.split("@"), username].some((word) => all.includes(word)) || digits.includes(whatsapp.slice(-8)),
  birthday: ({ birthdayOn }, { idless }) => new RegExp(`\\b${birthdayOn.slice(0, 4)}\\b`).test(idless),
  tags: ({ tag, field }, { all }) => all.includes(tag) || all.includes(field),
  notes: ({ note }, { all }) => all.includes(note),
};

/** Which of the facts a viewer may be told, by the pure rule. */
export function allowedFacts({ name, phone, phoneMasked, photo, details }: VisibleFields): Set<Fact> {
  const facts: Fact[] = [];
  if (name) facts.push("id", "name");
  if (phone) facts.push("phone", "mask");
  if (phoneMasked) facts.push("mask");
  if (photo) facts.push("photo");
  if (details !== "none") facts.push("tags");
  if (details === "all_but_notes" || details === "all") facts.push("contact", "birthday");
  if (details === "all") facts.push("notes");
  return new Set(facts);
}
