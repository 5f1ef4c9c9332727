import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import { platformClient } from "@/lib/platform/db/clients";
import { newId } from "@/lib/shared/ids";
import { Refusal } from "@/lib/shared/refusal";

/**
 * The actor's own member record: who makes a community or room is its first admin (H4). Staff without one get it, by the
 * e-mail that they sign in with. Inside a transaction.
 * @throws Refusal `not_allowed` for the system, which is nobody
 */
export async function ensureOwnMember(ctx: TenantContext): Promise<string> {
  const { actor, db } = ctx;
  if (actor.kind === "system") throw new Refusal("not_allowed");
  if (actor.kind === "member") return actor.memberId;
  if (actor.memberId) return actor.memberId;
  const { userId } = actor;
  // Held, so that two first acts at once make one record.
  await db.$queryRaw`SELECT id FROM staff WHERE id = ${actor.staffId}::uuid FOR UPDATE`;
  const known = await db.member.findFirst({ where: { userId }, select: { id: true } });
  if (known) return known.id;
  const user = await platformClient().user.findUnique({
    where: { id: userId },
    select: { email: true, name: true },
  });
  if (!user) throw new Refusal("not_allowed");
  const sameMail = await db.identifier.findFirst({
    where: { kind: "email", canonical: user.email },
    select: { memberId: true },
  });
  if (sameMail) {
    await db.member.updateMany({ where: { id: sameMail.memberId, userId: null }, data: { userId } });
    return sameMail.memberId;
  }
  const id = newId();
  const name = user.name || (user.email.split("@")[0] ?? user.email);
  await db.member.create({ data: { id, name, userId }, select: { id: true } });
  await db.identifier.create({
    data: { id: newId(), memberId: id, kind: "email", value: user.email, canonical: user.email },
    select: { id: true },
  });
  return id;
}
