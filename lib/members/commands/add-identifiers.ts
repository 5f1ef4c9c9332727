import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import { newId } from "@/lib/shared/ids";
import { Refusal } from "@/lib/shared/refusal";
import { identifierKey, type ReadIdentifier } from "../identifier-rules";
import { insertIdentifiers } from "../members-sql";
import { explainDuplicates } from "../queries/explain-duplicates";

/**
 * Gives a member identifiers, but for the keys they own already. The unique key decides, also under concurrency.
 * @throws Refusal `duplicate_identifier` naming each that somebody else has; the caller's transaction rolls back.
 */
export async function addIdentifiers(
  ctx: TenantContext,
  memberId: string,
  identifiers: readonly ReadIdentifier[],
  owned: ReadonlySet<string> = new Set(),
): Promise<void> {
  const rows = identifiers
    .filter((each) => !owned.has(identifierKey(each)))
    .map((each) => ({ ...each, id: newId(), memberId }));
  const added = new Set([...owned, ...(await insertIdentifiers(ctx.db, rows)).map(identifierKey)]);
  const taken = [...identifiers.entries()]
    .filter(([, identifier]) => !added.has(identifierKey(identifier)))
    .map(([index, identifier]) => ({ index, identifier }));
  if (taken.length > 0) throw new Refusal("duplicate_identifier", {}, await explainDuplicates(ctx, taken));
}
