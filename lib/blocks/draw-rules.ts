// The draw of a giveaway (A20), the same on the server and in the browser of whoever checks it.
//
// Published before: SHA-256 of a secret, when entries begin; SHA-256 of the list of tickets, when they end. Published after:
// the secret. Nobody who knows the secret knows the list beforehand, and nobody who makes up the list knows the secret.

/** The digest of a text as 64 hexadecimal digits. */
export async function digestOf(text: string): Promise<string> {
  return hex(await crypto.subtle.digest("SHA-256", bytes(text)));
}

/** The digest of a list of tickets: each on a line, in the order of their characters. */
export async function entriesDigestOf(tickets: readonly string[]): Promise<string> {
  return await digestOf([...tickets].sort().join("\n"));
}

type Drawing = { secret: string; tickets: readonly string[]; winners: number };

/**
 * The tickets that win, in the order of the prizes: those with the smallest HMAC-SHA-256, by the secret, of the digest of the
 * list, a colon and the ticket.
 */
export async function winnersOf({ secret, tickets, winners }: Drawing): Promise<string[]> {
  const entries = await entriesDigestOf(tickets);
  const algorithm = { name: "HMAC", hash: "SHA-256" };
  const key = await crypto.subtle.importKey("raw", bytes(secret), algorithm, false, ["sign"]);
  const lots = await Promise.all(
    tickets.map(async (ticket) => ({
      ticket,
      lot: hex(await crypto.subtle.sign("HMAC", key, bytes(`${entries}:${ticket}`))),
    })),
  );
  return lots
    .sort((a, b) => (a.lot < b.lot ? -1 : 1))
    .slice(0, winners)
    .map(({ ticket }) => ticket);
}

function bytes(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}

function hex(buffer: ArrayBuffer): string {
  return [...new Uint8Array(buffer)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
