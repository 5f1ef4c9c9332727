import { createHash } from "node:crypto";

/**
 * Gives every message a name of its own that is the same in each export of the chat (I2): a hash over local time,
 * author and body, and its ordinal among equal ones. Exports are cut at their oldest end only.
 */
export function makeFingerprinter(): (localTime: string, author: string | null, body: string) => string {
  const seen = new Map<string, number>();
  return (localTime, author, body) => {
    const key = JSON.stringify([localTime, author, body]);
    const ordinal = seen.get(key) ?? 0;
    seen.set(key, ordinal + 1);
    return createHash("sha256").update(`${key}#${ordinal}`).digest("hex").slice(0, 32);
  };
}
