import "server-only";
import { recordConsent } from "@/lib/consent/commands/record-consent";
import { inTransaction, type TenantContext } from "@/lib/platform/context";
import { pushOrigins } from "@/lib/platform/env";
import { isDeviceKey } from "@/lib/platform/push/send-push";
import { authorize } from "@/lib/shared/decision";
import { newId } from "@/lib/shared/ids";
import { invalidInput } from "@/lib/shared/refusal";
import { endOldDevices, keepDevice } from "../devices-sql";
import { canManageDevices } from "../policy";
import { isPushService } from "../rules";
import type { SubscribeInput } from "../schema";

const WORDING = "push-2026-11";
const MOST_DEVICES = 20;

/**
 * From now on a person is told on this device. The press is the consent and goes into the ledger with it (P16); the same
 * device again changes nothing there.
 * @throws Refusal `not_allowed`; `invalid_input` at `endpoint` when it is no push service's, or at the key
 */
export async function turnOnPush(
  ctx: TenantContext,
  memberId: string,
  { endpoint, keys, device = "" }: SubscribeInput,
): Promise<{ id: string }> {
  authorize(canManageDevices(ctx.actor, memberId));
  if (!isPushService(endpoint, pushOrigins()))
    throw invalidInput({ path: "endpoint", code: "invalid_push_service" });
  if (!isDeviceKey(keys.p256dh)) throw invalidInput({ path: "keys.p256dh", code: "invalid_push_key" });
  return await inTransaction(ctx, async (tx) => {
    const row = { id: newId(), memberId, endpoint, ...keys, device, now: tx.now };
    const { id, wasTheirs } = await keepDevice(tx.db, row);
    if (wasTheirs) return { id };
    await endOldDevices(tx.db, memberId, MOST_DEVICES);
    await recordConsent(tx, memberId, {
      channel: "push",
      purpose: "announcements",
      granted: true,
      wordingVersion: WORDING,
      ...(tx.actor.kind === "member" ? { source: device ? `portal: ${device}` : "portal" } : {}),
    });
    return { id };
  });
}
