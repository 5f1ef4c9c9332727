import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import { identifierKey, type ReadIdentifier } from "../identifier-rules";
import { orderIdentifiers } from "../members-sql";
import { addIdentifiers } from "./add-identifiers";

/**
 * Makes these a person's identifiers, in this order: what stays keeps its row; the spelling of a phone may change while it
 * is the same number. Inside the caller's transaction.
 * @throws Refusal `duplicate_identifier`.
 */
export async function replaceIdentifiers(
  tx: TenantContext,
  memberId: string,
  wanted: readonly ReadIdentifier[],
): Promise<void> {
  const current = await tx.db.identifier.findMany({
    where: { memberId },
    select: { id: true, kind: true, canonical: true, value: true },
  });
  const wantedBy = new Map(wanted.map((each) => [identifierKey(each), each]));
  const gone = current.filter((each) => wantedBy.get(identifierKey(each))?.value !== each.value);
  await tx.db.identifier.deleteMany({ where: { id: { in: gone.map(({ id }) => id) } } });
  const kept = new Set(current.filter((each) => !gone.includes(each)).map(identifierKey));
  await addIdentifiers(tx, memberId, wanted, kept);
  await orderIdentifiers(tx.db, memberId, wanted);
}
