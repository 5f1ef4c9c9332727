/** What a person is known by: where one of these stands, it speaks of them. */
export type Traces = {
  memberId: string;
  name: string;
  /** Names under which imported chats know them. */
  chatNames: string[];
  emails: string[];
  phones: string[];
  usernames: string[];
};

const BETWEEN_DIGITS = /(\d)[\s().\-+/\u00a0\u2011]{1,3}(?=\d)/g;
const LOCAL_DIGITS = 8;
const SHORTEST_NAME = 4;

/** Whether a text speaks of the person: by an address, a number in whatever writing, a user name or the whole name. */
export function mentionsOf({ memberId, name, chatNames, emails, phones, usernames }: Traces) {
  const words = [memberId, ...emails, ...usernames, name, ...chatNames]
    .map((word) => word.toLowerCase())
    .filter((word) => word.length >= SHORTEST_NAME);
  const numbers = phones
    .map((phone) => phone.replace(/\D/g, "").slice(-LOCAL_DIGITS))
    .filter((end) => end.length >= 6);
  return (text: string): boolean => {
    const lower = text.toLowerCase();
    if (words.some((word) => lower.includes(word))) return true;
    const digits = lower.replace(BETWEEN_DIGITS, "$1");
    return numbers.some((number) => digits.includes(number));
  };
}

/** The exact texts by which machines name the person: in waiting mails and kept answers. */
export function textsOf({ memberId, name, emails, phones, usernames }: Traces): string[] {
  const numbers = phones.map((phone) => phone.replace(/^\+/, ""));
  const all = [memberId, ...emails, ...numbers, ...usernames, name];
  return [...new Set(all)].filter((text) => text.length >= SHORTEST_NAME);
}

const SEPARATORS = "[[:space:]().\u00a0\u2011-]*";

/**
 * Patterns of addresses and numbers in whatever writing, for regular expressions of PostgreSQL: what may stand in the words
 * of others. Never names, which others bear too, and user names only where they are written as such (`@name`).
 */
export function writingsOf({ emails, phones, usernames }: Traces): string[] {
  const mentions = usernames.map((name) => `@${escaped(name.replace(/^@/, ""))}(?![[:alnum:]_])`);
  return [...new Set([...phones.map(patternOfPhone), ...emails.map(escaped), ...mentions])];
}

/** The local number with or without its area and country, with anything that people put between digits. */
function patternOfPhone(phone: string): string {
  const digits = phone.replace(/\D/g, "");
  const local = digits.slice(-LOCAL_DIGITS);
  const before = [...digits.slice(0, -LOCAL_DIGITS)].map((digit) => `${digit}?`);
  return `\\+?[(]?${[...before, ...local].join(SEPARATORS)}(?![0-9])`;
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
