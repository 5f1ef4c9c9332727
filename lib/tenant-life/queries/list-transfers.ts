import "server-only";
import { systemStaffReaders } from "@/lib/accounts/commands/send-staff-mail";
import type { TenantContext } from "@/lib/platform/context";
import { STAFF_ROLES } from "@/lib/shared/actor";
import { notFound, Refusal } from "@/lib/shared/refusal";
import { canAsStaff } from "@/lib/tenants/policy";
import { transferStatus } from "../transfer-rules";
import type { Transfer, TransferStatus } from "../types";

const NEWEST = 20;

/**
 * The newest transfers of the ownership: all of them for an owner, for the others of the team those from or to them.
 * @throws Refusal `not_allowed` for who is not of the team
 */
export async function listTransfers(ctx: TenantContext): Promise<Transfer[]> {
  return select(ctx, seenBy(ctx));
}

/** One of them. @throws Refusal `not_found`, also for what the actor may not see; `not_allowed` */
export async function getTransfer(ctx: TenantContext, id: string): Promise<Transfer> {
  const [transfer] = await select(ctx, { ...seenBy(ctx), id });
  if (!transfer) throw notFound();
  return transfer;
}

/** The ownership that waits for the answer of who asks, if any: what the pages of the dashboard remind them of. */
export async function findTransferToMe(ctx: TenantContext): Promise<Transfer | null> {
  const { actor, now } = ctx;
  if (actor.kind !== "staff") return null;
  const waits = { toStaffId: actor.staffId, status: "pending", expiresAt: { gt: now } };
  return (await select(ctx, waits))[0] ?? null;
}

function seenBy({ actor }: TenantContext): Where {
  if (actor.kind !== "staff") throw new Refusal("not_allowed");
  if (canAsStaff(actor, "tenant.transfer").ok) return {};
  return { OR: [{ toStaffId: actor.staffId }, { fromStaffId: actor.staffId }] };
}

type Side = { toStaffId: string } | { fromStaffId: string };
type Where = { id?: string; toStaffId?: string; OR?: Side[]; status?: string; expiresAt?: { gt: Date } };

async function select(ctx: TenantContext, where: Where): Promise<Transfer[]> {
  const rows = await ctx.db.ownershipTransfer.findMany({
    where,
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: NEWEST,
    select: {
      id: true,
      fromStaffId: true,
      toStaffId: true,
      status: true,
      createdAt: true,
      expiresAt: true,
      closedAt: true,
    },
  });
  if (rows.length === 0) return [];
  const team = await systemStaffReaders(ctx, STAFF_ROLES);
  const partyOf = (staffId: string) => {
    const person = team.find((reader) => reader.staffId === staffId);
    return { staffId, name: person?.name || person?.email || "" };
  };
  return rows.map(({ fromStaffId, toStaffId, closedAt, ...row }) => {
    const status = transferStatus({ ...row, status: row.status as TransferStatus }, ctx.now);
    const closed = status === "expired" ? row.expiresAt : closedAt;
    return { ...row, from: partyOf(fromStaffId), to: partyOf(toStaffId), status, closedAt: closed };
  });
}
