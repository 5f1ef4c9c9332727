import "server-only";
import { recordConsent } from "@/lib/consent/commands/record-consent";
import { findBySender } from "@/lib/members/queries/find-by-sender";
import type { TenantContext } from "@/lib/platform/context";
import { openWindow } from "@/lib/whatsapp/commands/count-windows";
import { wordSaid } from "@/lib/whatsapp/rules";
import type { StoredEvent } from "@/lib/whatsapp/types";
import type { Receipt } from "../receipts-sql";

const WORDING = "whatsapp-2026-11";

/**
 * What people wrote or chose inside WhatsApp: it opens their window for a day, and a word like SAIR ends what is sent there,
 * at once (P16). Whoever is not known is heard by nobody.
 */
export async function hearPeople(tx: TenantContext, events: readonly StoredEvent[]): Promise<void> {
  const inOrder = [...events].sort((a, b) => a.at.getTime() - b.at.getTime());
  for (const event of inOrder) {
    const memberId = event.sender && (await findBySender(tx, event.sender));
    if (!memberId) continue;
    const then = { ...tx, now: saidAt(event, new Date()) };
    if (event.kind === "message") await hearMessage(then, memberId, event);
    else await hearPreference(then, memberId, event);
  }
}

/**
 * The ledger says when it was said, not when it was heard. WhatsApp tells whole seconds: the end of one, so that a no stands
 * above what was said in the same second before.
 */
function saidAt({ at }: StoredEvent, now: Date): Date {
  return new Date(Math.min(at.getTime() + 999, now.getTime()));
}

async function hearMessage(tx: TenantContext, memberId: string, { words }: StoredEvent): Promise<void> {
  await openWindow(tx.db, memberId, tx.now);
  const said = wordSaid(words ?? "");
  if (said === "no") await say(tx, memberId, { purposes: ["announcements", "promotions"], granted: false });
  if (said === "yes") await say(tx, memberId, { purposes: ["announcements"], granted: true });
}

/** `user_preferences`: the switch for promotions of this number. Turning it on again undoes that switch and nothing else. */
async function hearPreference(tx: TenantContext, memberId: string, event: StoredEvent): Promise<void> {
  const { status, words: category } = event;
  if (category !== "marketing_messages") return;
  if (status === "stop")
    await say(tx, memberId, { purposes: ["promotions"], granted: false, source: SWITCH });
  if (status !== "resume") return;
  const last = await tx.db.consent.findFirst({
    where: { memberId, purpose: "promotions", channel: { in: ["whatsapp", "all"] } },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    select: { source: true, granted: true },
  });
  if (last && !last.granted && last.source === SWITCH)
    await say(tx, memberId, { purposes: ["promotions"], granted: true, source: SWITCH });
}

const SWITCH = "whatsapp_preference";

/** Whose messages came back because they had turned promotions off inside WhatsApp. */
export async function refusePromotions(tx: TenantContext, receipts: readonly Receipt[]): Promise<void> {
  for (const memberId of new Set(receipts.map((receipt) => receipt.memberId)))
    await say(tx, memberId, { purposes: ["promotions"], granted: false, source: SWITCH });
}

type Saying = {
  purposes: readonly ("announcements" | "promotions")[];
  granted: boolean;
  source?: string;
};

/** What stands already is not said again. */
async function say(
  tx: TenantContext,
  memberId: string,
  { purposes, granted, source = "whatsapp_word" }: Saying,
): Promise<void> {
  for (const purpose of purposes) {
    const last = await tx.db.consent.findFirst({
      where: { memberId, purpose, channel: { in: ["whatsapp", "all"] } },
      orderBy: [{ at: "desc" }, { id: "desc" }],
      select: { granted: true },
    });
    if (last?.granted === granted) continue;
    await recordConsent(tx, memberId, {
      channel: "whatsapp",
      purpose,
      granted,
      wordingVersion: WORDING,
      source,
    });
  }
}
