import "server-only";
import { Prisma } from "./generated/client";

/** A value for a column of JSON that may be NULL: nothing is the database's NULL, not JSON's. */
export function nullableJson<T extends Prisma.InputJsonValue>(value: T | null | undefined) {
  return value ?? Prisma.DbNull;
}
