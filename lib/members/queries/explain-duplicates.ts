import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import type { FieldIssue } from "@/lib/shared/refusal";
import { identifierKey, type ReadIdentifier } from "../identifier-rules";
import { formatPhone } from "../phone-rules";
import { canManageMembers } from "../policy";

/**
 * Says of each identifier that somebody else has: just that, to whoever could learn by it that a number is known (X13); to
 * staff who see everybody also under which spelling, and whose it is (X20).
 */
export async function explainDuplicates(
  ctx: TenantContext,
  taken: readonly { index: number; identifier: ReadIdentifier }[],
): Promise<FieldIssue[]> {
  const seesAll = ctx.actor.kind === "staff" && canManageMembers(ctx.actor).ok;
  const owners = seesAll ? await ownersOf(ctx, taken) : new Map<string, Owner>();
  return taken.map(({ index, identifier }) => {
    const path = `identifiers.${index}.value`;
    const owner = owners.get(identifierKey(identifier));
    if (!owner) return { path, code: "duplicate_identifier" };
    const link = { id: owner.memberId, label: owner.name, to: `members/${owner.memberId}` };
    return identifier.kind === "phone" && owner.value !== identifier.value
      ? { path, code: "phone_known_in_other_form", params: { known: formatPhone(owner.value) }, link }
      : { path, code: "duplicate_identifier", link };
  });
}

type Owner = { memberId: string; name: string; value: string };

async function ownersOf(
  ctx: TenantContext,
  taken: readonly { identifier: ReadIdentifier }[],
): Promise<Map<string, Owner>> {
  const rows = await ctx.db.identifier.findMany({
    where: { OR: taken.map(({ identifier: { kind, canonical } }) => ({ kind, canonical })) },
    select: { kind: true, canonical: true, value: true, memberId: true },
  });
  const members = await ctx.db.member.findMany({
    where: { id: { in: rows.map(({ memberId }) => memberId) } },
    select: { id: true, name: true },
  });
  const nameOf = new Map(members.map(({ id, name }) => [id, name]));
  return new Map(rows.map((row) => [identifierKey(row), { ...row, name: nameOf.get(row.memberId) ?? "" }]));
}
