import { v7 } from "uuid";

/** A new time-ordered id (UUIDv7): keys made by it stay at the right edge of their index. */
export function newId(): string {
  return v7();
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** Whether a text has the form of one of our ids; anything else is answered like an unknown id (T3). */
export function isId(text: string): boolean {
  return UUID.test(text);
}
