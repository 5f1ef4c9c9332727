import { digestOf, entriesDigestOf, winnersOf } from "./draw-rules";

/** What was published of a draw that has been made. */
export type CheckedDraw = {
  secret: string;
  secretHash: string;
  entriesHash: string;
  tickets: readonly string[];
  winners: number;
  winningTickets: readonly string[];
};

export type DrawFault = "secret" | "entries" | "winners";

/** The first thing in which a draw differs from what was published (A20); null: it is right. */
export async function checkDraw(draw: CheckedDraw): Promise<DrawFault | null> {
  if ((await digestOf(draw.secret)) !== draw.secretHash) return "secret";
  if ((await entriesDigestOf(draw.tickets)) !== draw.entriesHash) return "entries";
  const drawn = await winnersOf(draw);
  return drawn.join() === draw.winningTickets.join() ? null : "winners";
}
