import "server-only";
import { Refusal } from "@/lib/shared/refusal";
import type { TenantContext } from "./context";

/**
 * Runs a part of a transaction that may be refused alone: what the part wrote goes, the rest stays.
 * @returns the refusal, or null when all went well
 */
export async function refusedAlone(tx: TenantContext, act: () => Promise<unknown>): Promise<Refusal | null> {
  await tx.db.$executeRaw`SAVEPOINT part`;
  const refusal = await act().then(
    () => null,
    (error: unknown) => {
      if (error instanceof Refusal) return error;
      throw error;
    },
  );
  if (refusal) await tx.db.$executeRaw`ROLLBACK TO SAVEPOINT part`;
  await tx.db.$executeRaw`RELEASE SAVEPOINT part`;
  return refusal;
}

/** The same for one after the other. @returns the codes of those who were refused */
export async function refusedCodes<T>(
  tx: TenantContext,
  all: readonly T[],
  act: (one: T) => Promise<unknown>,
): Promise<Map<T, string>> {
  const codes = new Map<T, string>();
  for (const one of all) {
    const refusal = await refusedAlone(tx, () => act(one));
    if (refusal) codes.set(one, refusal.code);
  }
  return codes;
}
