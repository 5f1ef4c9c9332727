import { isEncryptionNotice, quotesAfterVerb, readEvent } from "./system-lines";

const LONGEST_NAME = 120;
const MARKS = /[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu;

export type SplitLine = { author: string | null; body: string };

/** Where ": " stands within reach of a name, on the first line. */
function colons(rest: string): number[] {
  const firstLine = rest.split("\n", 1)[0] ?? "";
  const found: number[] = [];
  let at = firstLine.indexOf(": ");
  while (at > 0 && at <= LONGEST_NAME) {
    found.push(at);
    at = firstLine.indexOf(": ", at + 1);
  }
  // A message may begin below: "Name:" alone on its first line.
  if (found.length === 0 && /^[^:]{1,120}:\s*$/u.test(firstLine)) found.push(firstLine.indexOf(":"));
  return found;
}

/**
 * Names that contain ": " themselves. `Dr: Ana` is one name when two or more different lines begin with it and no
 * line begins with a mere `Dr: `, or when WhatsApp itself names it (`Dr: Ana left`).
 */
export function findNamesWithColon(rests: readonly string[]): Set<string> {
  const byShort = new Map<string, { longs: Set<string>; lines: Set<string> }>();
  for (const rest of rests) {
    const [first, second] = colons(rest);
    if (first === undefined) continue;
    const short = rest.slice(0, first);
    const known = byShort.get(short) ?? { longs: new Set(), lines: new Set() };
    known.longs.add(second === undefined ? short : rest.slice(0, second));
    if (known.lines.size < 2) known.lines.add(rest);
    byShort.set(short, known);
  }
  const candidates = [...byShort].flatMap(([short, { longs, lines }]) =>
    [...longs]
      .filter((long) => long !== short)
      .map((long) => ({ long, always: longs.size === 1 && lines.size > 1 })),
  );
  const named = candidates.length === 0 ? new Set<string>() : namesInEvents(rests);
  return new Set(candidates.filter(({ long, always }) => always || named.has(long)).map(({ long }) => long));
}

function namesInEvents(rests: readonly string[]): Set<string> {
  const withColon = rests.filter((rest) => rest.length <= 2 * LONGEST_NAME && rest.includes(": "));
  return new Set(
    withColon.flatMap((rest) => readEvent(rest)?.who ?? []).filter((name) => name.includes(": ")),
  );
}

/** Splits `Name: text`; a line without a name is WhatsApp's own. */
export function splitAuthor(rest: string, namesWithColon: ReadonlySet<string>): SplitLine {
  const system = { author: null, body: rest };
  const places = colons(rest);
  const first = places[0];
  if (first === undefined || quotesAfterVerb(rest.slice(0, first))) return system;
  if ([...namesWithColon].some((name) => rest.startsWith(`${name} `) && readEvent(rest) !== null))
    return system;
  const at = places.find((place) => namesWithColon.has(rest.slice(0, place))) ?? first;
  const body = rest.slice(at + 2);
  if (isEncryptionNotice(rest.slice(0, first)) || isNoticeBody(body)) return { author: null, body };
  return { author: cleanAuthor(rest.slice(0, at)), body };
}

/** iPhones, and old Androids, put the encryption notice in the mouth of the group or the contact. */
function isNoticeBody(body: string): boolean {
  return (
    /^[\u200e\u200f]*(?:Messages|As mensagens|Mensagens|Los mensajes|Your messages|Suas mensagens)/iu.test(
      body,
    ) && isEncryptionNotice(body)
  );
}

/** A name without direction marks and with ordinary spaces; "~" before it means: not in the address book. */
function cleanAuthor(raw: string): string {
  return raw.replace(MARKS, "").replace(/\s+/gu, " ").normalize("NFC").trim();
}

/** The author's name as a member's name: without the "~" that marks people outside the address book. */
export function authorDisplayName(author: string): string {
  return author.replace(/^~\s*/u, "");
}
