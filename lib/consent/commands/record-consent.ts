import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import { authorize } from "@/lib/shared/decision";
import { newId } from "@/lib/shared/ids";
import { notFound } from "@/lib/shared/refusal";
import { canRecordConsent } from "../policy";
import type { RecordConsentInput } from "../schema";
import type { ConsentEntry } from "../types";

/**
 * Adds an entry to a person's ledger (P16). The latest of a channel and purpose stands, one for `all` channels included:
 * see the view `consent_current`.
 * @throws Refusal `not_allowed`, `not_found`.
 */
export async function recordConsent(
  ctx: TenantContext,
  memberId: string,
  input: RecordConsentInput,
): Promise<ConsentEntry> {
  authorize(canRecordConsent(ctx.actor, memberId));
  const member = await ctx.db.member.findFirst({ where: { id: memberId }, select: { id: true } });
  if (!member) throw notFound();
  const { wordingVersion = "", source = sourceOf(ctx) } = input;
  const { channel, purpose, granted } = input;
  await ctx.db.consent.create({
    data: {
      id: newId(),
      memberId,
      channel,
      purpose,
      granted,
      wordingVersion,
      source,
      origin: ctx.ip ?? "",
      at: ctx.now,
    },
    select: { id: true },
  });
  return { channel, purpose, granted, wordingVersion, source, at: ctx.now.toISOString() };
}

function sourceOf({ actor }: TenantContext): string {
  return actor.kind === "staff" && actor.apiKey ? "api" : actor.kind;
}
