import "server-only";
import { inTransaction, type TenantContext } from "@/lib/platform/context";
import { Refusal } from "@/lib/shared/refusal";
import { findChoices } from "../queries/find-choices";
import { entriesFor } from "../rules";
import { CHOOSABLE_PURPOSES, type ConsentChoices } from "../types";
import { recordConsent } from "./record-consent";

const WORDING = "portal-2026-11";

/**
 * By which channels a member wants to get what. Only what changes is written into the ledger, and holds at once (P16).
 * @throws Refusal `not_allowed` for anybody who is not a member
 */
export async function chooseConsents(ctx: TenantContext, wanted: ConsentChoices): Promise<void> {
  if (ctx.actor.kind !== "member") throw new Refusal("not_allowed");
  const { memberId } = ctx.actor;
  return inTransaction(ctx, async (tx) => {
    const current = await findChoices(tx);
    for (const purpose of CHOOSABLE_PURPOSES)
      for (const entry of entriesFor(current[purpose], wanted[purpose]))
        await recordConsent(tx, memberId, { ...entry, purpose, wordingVersion: WORDING, source: "portal" });
  });
}
