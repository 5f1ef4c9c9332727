import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import { reasonOf, STOPPED_PROMOTIONS } from "@/lib/whatsapp/error-rules";
import type { StoredEvent } from "@/lib/whatsapp/types";
import { readLetterId } from "../letter-id";
import { lettersOf, type Receipt } from "../receipts-sql";
import { hearPeople, refusePromotions } from "./hear-whatsapp";
import { systemTakeReceipts } from "./take-receipts";

/**
 * Moves deliveries by what WhatsApp told of them, and hears what people said there; inside the transaction in which it counts
 * as handled. @returns what speaks of no delivery that is known yet
 */
export async function takeWhatsappEvents(
  tx: TenantContext,
  events: readonly StoredEvent[],
): Promise<StoredEvent[]> {
  const ofKind = (isStatus: boolean) => events.filter(({ kind }) => (kind === "status") === isStatus);
  const { receipts, lost } = await receiptsOf(tx, ofKind(true));
  await systemTakeReceipts(tx, receipts);
  const stopped = receipts.filter(({ reason }) => reason === reasonOf(STOPPED_PROMOTIONS));
  await refusePromotions(tx, stopped);
  await hearPeople(tx, ofKind(false));
  return lost;
}

const STATUSES = ["sent", "delivered", "read", "failed"] as const;

/** What statuses say of deliveries: by the id of the letter that came back, else by that of the message. */
async function receiptsOf(
  tx: TenantContext,
  events: readonly StoredEvent[],
): Promise<{ receipts: Receipt[]; lost: StoredEvent[] }> {
  const nameless = events.filter((event) => !letterOf(tx, event));
  const ids = nameless.flatMap(({ providerId }) => providerId ?? []);
  const found = new Map((await lettersOf(tx.db, ids)).map((row) => [row.providerId, row]));
  const receipts: Receipt[] = [];
  const lost: StoredEvent[] = [];
  for (const event of events) {
    const status = STATUSES.find((known) => known === event.status);
    if (!status) continue;
    const letter = letterOf(tx, event) ?? found.get(event.providerId ?? "");
    if (!letter) {
      lost.push(event);
      continue;
    }
    const { occurrenceId, memberId } = letter;
    const reason = status === "failed" ? reasonOf(event.code) : null;
    receipts.push({ occurrenceId, memberId, status, reason, at: event.at });
  }
  return { receipts, lost };
}

/** A letter of this tenant; what names another's is none. */
function letterOf({ tenantId }: TenantContext, { letter }: StoredEvent) {
  const name = letter === null ? null : readLetterId(letter);
  return name?.tenantId === tenantId ? name : null;
}
