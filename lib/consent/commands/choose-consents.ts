import "server-only";
import { inTransaction, type TenantContext } from "@/lib/platform/context";
import { Refusal } from "@/lib/shared/refusal";
import { findChoices } from "../queries/find-choices";
import { CHOOSABLE_PURPOSES, type ConsentChoices } from "../types";
import { recordConsent } from "./record-consent";

const WORDING = "portal-2026-11";

/**
 * What a member wants to get at all, by purpose and over all channels. Only what changes is written into the ledger (P16).
 * @throws Refusal `not_allowed` for anybody who is not a member
 */
export async function chooseConsents(ctx: TenantContext, wanted: ConsentChoices): Promise<void> {
  if (ctx.actor.kind !== "member") throw new Refusal("not_allowed");
  const { memberId } = ctx.actor;
  return inTransaction(ctx, async (tx) => {
    const current = await findChoices(tx);
    for (const purpose of CHOOSABLE_PURPOSES) {
      if (current[purpose] === wanted[purpose]) continue;
      const entry = { channel: "all", purpose, granted: wanted[purpose] } as const;
      await recordConsent(tx, memberId, { ...entry, wordingVersion: WORDING, source: "portal" });
    }
  });
}
