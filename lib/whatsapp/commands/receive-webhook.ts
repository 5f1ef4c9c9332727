import "server-only";
import { inTransaction, systemContext } from "@/lib/platform/context";
import { enqueue } from "@/lib/platform/jobs/enqueue";
import { isSameText, isSignedBy } from "@/lib/platform/signature";
import { systemFindAccount } from "../account";
import { storeEvents } from "../events-sql";
import { takeEventsJob, takeEventsKey } from "../job-names";
import { readWebhook } from "../webhook-schema";

export type Received = "stored" | "known" | "bad_signature" | "not_ours";

const SAME_MINUTE_MS = 60_000;

/**
 * Takes a webhook in: its signature over the raw bytes is checked first, then each piece of news is stored once, and a job
 * will handle it, all before the answer (X26). What is repeated is known and does nothing.
 */
export async function receiveWebhook(
  tenantId: string,
  raw: Buffer,
  signature: string,
  now: Date,
): Promise<Received> {
  const ctx = systemContext(tenantId, "whatsapp.webhook", now);
  const account = await systemFindAccount(ctx);
  if (!isSignedBy(account.appSecret, raw, signature)) return "bad_signature";
  const news = readWebhook(jsonOf(raw), account.phoneNumberId);
  if (!news) return "not_ours";
  return await inTransaction(ctx, async (tx) => {
    await tx.db.whatsappAccount.updateMany({
      where: { OR: [{ heardAt: null }, { heardAt: { lt: new Date(now.getTime() - SAME_MINUTE_MS) } }] },
      data: { heardAt: now },
    });
    if (news.length === 0 || (await storeEvents(tx.db, news)) === 0) return "known";
    await enqueue(tx.db, takeEventsJob, {}, { key: takeEventsKey(tenantId) });
    return "stored";
  });
}

/** The handshake by which Meta sees that the address is ours: what it asked back, or null when it shows another token. */
export async function answerHandshake(tenantId: string, query: URLSearchParams): Promise<string | null> {
  if (query.get("hub.mode") !== "subscribe") return null;
  const { verifyToken } = await systemFindAccount(systemContext(tenantId, "whatsapp.webhook"));
  return isSameText(query.get("hub.verify_token") ?? "", verifyToken) ? query.get("hub.challenge") : null;
}

function jsonOf(raw: Buffer): unknown {
  try {
    return JSON.parse(raw.toString("utf8"));
  } catch {
    return null;
  }
}
