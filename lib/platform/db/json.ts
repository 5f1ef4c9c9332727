import "server-only";
import { Prisma } from "./generated/client";

/** A value for a nullable jsonb column: null is the database's NULL, not JSON's. */
export function nullableJson<T extends Prisma.InputJsonObject>(value: T | null): T | typeof Prisma.DbNull {
  return value ?? Prisma.DbNull;
}

/** A value as a jsonb column will hold it: instants as text, nothing undefined. */
export function toJson(value: object): Prisma.InputJsonObject {
  return JSON.parse(JSON.stringify(value)) as Prisma.InputJsonObject;
}
