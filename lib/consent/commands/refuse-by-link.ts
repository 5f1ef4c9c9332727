import "server-only";
import { inTransaction, systemContext } from "@/lib/platform/context";
import { notFound } from "@/lib/shared/refusal";
import { findRefusal } from "../queries/find-refusal";
import { type Refusable, readRefusalToken } from "../refusal-token";
import { recordConsent } from "./record-consent";

/** Where a word came from: the page of the link, or the mail program's own button. */
export type LinkSource = "unsubscribe_page" | "one_click";

type Visit = { now: Date; ip: string | null };

/**
 * A no by the link of a message: at once, on its channel, for everything that is not asked for (P16). Said again it writes
 * nothing more into the ledger.
 * @throws Refusal `not_found` when the link is none of ours or the person is gone.
 */
export async function refuseByLink(token: string, source: LinkSource, visit: Visit): Promise<void> {
  await sayByLink(token, false, source, visit);
}

/** Takes such a no back: it was pressed by mistake. @throws Refusal `not_found` */
export async function acceptByLink(token: string, visit: Visit): Promise<void> {
  await sayByLink(token, true, "unsubscribe_page", visit);
}

async function sayByLink(
  token: string,
  granted: boolean,
  source: LinkSource,
  { now, ip }: Visit,
): Promise<void> {
  const refusable = readRefusalToken(token);
  const state = await findRefusal(token);
  if (!refusable || !state) throw notFound();
  if (state.isRefused === !granted) return;
  const ctx = { ...systemContext(refusable.tenantId, "consent.link", now), ip };
  await inTransaction(ctx, async (tx) => {
    for (const purpose of purposesOf(refusable)) {
      const { channel } = refusable;
      await recordConsent(tx, refusable.memberId, {
        channel,
        purpose,
        granted,
        wordingVersion: "link-2026-11",
        source,
      });
    }
  });
}

/** Who wants no announcements by a channel wants no promotions there either. */
function purposesOf({ purpose }: Refusable) {
  return purpose === "announcements" ? (["announcements", "promotions"] as const) : [purpose];
}
