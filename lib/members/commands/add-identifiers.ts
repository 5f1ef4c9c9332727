import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import { newId } from "@/lib/shared/ids";
import { Refusal } from "@/lib/shared/refusal";
import { identifierKey, type ReadIdentifier } from "../identifier-rules";
import { insertIdentifiers } from "../members-sql";

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
  const issues = identifiers.flatMap((identifier, index) =>
    added.has(identifierKey(identifier))
      ? []
      : [{ path: `identifiers.${index}.value`, code: "duplicate_identifier" }],
  );
  if (issues.length > 0) throw new Refusal("duplicate_identifier", {}, issues);
}
