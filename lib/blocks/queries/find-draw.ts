import "server-only";
import { systemContext } from "@/lib/platform/context";
import { listTickets } from "../block-sql";
import { readDrawToken } from "../draw-token";
import type { Draw } from "../types";
import { blockColumns, toBlock } from "./find-block";

const columns = { ...blockColumns, secret: true, secretHash: true, entriesHash: true } as const;

/**
 * What anybody with its address may know of a draw (A20): its digests from the beginning, the tickets once entries are closed,
 * the secret and the winning tickets once it was drawn. Never who entered. Null where there is none.
 */
export async function findDraw(token: string): Promise<Draw | null> {
  const named = readDrawToken(token);
  if (!named) return null;
  const { db } = systemContext(named.tenantId, "draw.public");
  const [row, tenant] = await Promise.all([
    db.block.findFirst({ where: { id: named.blockId, kind: "giveaway" }, select: columns }),
    db.tenant.findFirst({ select: { name: true } }),
  ]);
  if (!row || !tenant) return null;
  const { secret, secretHash, entriesHash, ...block } = row;
  const { content, closesAt, drawnAt } = toBlock(block);
  if (content.kind !== "giveaway") return null;
  const winning = await db.blockAnswer.findMany({
    where: { blockId: row.id, wonPlace: { not: null } },
    select: { ticket: true },
    orderBy: { wonPlace: "asc" },
  });
  return {
    prize: content.prize,
    winners: content.winners,
    tenantName: tenant.name,
    closesAt,
    secretHash: secretHash ?? "",
    entriesHash,
    secret: drawnAt ? secret : null,
    tickets: entriesHash ? await listTickets(db, row.id) : [],
    winningTickets: winning.flatMap(({ ticket }) => ticket ?? []),
    drawnAt,
  };
}
