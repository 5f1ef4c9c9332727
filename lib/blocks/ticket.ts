import "server-only";
import { randomInt } from "node:crypto";

// Without letters and digits that are read for one another.
const SIGNS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
const LENGTH = 10;

/** The public number of an entry: 50 random bits, in two parts. It says nothing of whose it is. */
export function newTicket(): string {
  const signs = Array.from({ length: LENGTH }, () => SIGNS[randomInt(SIGNS.length)]).join("");
  return `${signs.slice(0, LENGTH / 2)}-${signs.slice(LENGTH / 2)}`;
}
