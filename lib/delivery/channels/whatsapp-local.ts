import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import { publicUrl } from "@/lib/platform/env";
import { callCloud } from "@/lib/whatsapp/cloud-client";
import { webhookPath } from "@/lib/whatsapp/rules";
import type { Account } from "@/lib/whatsapp/types";

/**
 * Tells the stand-in where its webhooks go, as staff do at Meta for a real number: by the override of one number
 * (`webhook_configuration`). It answers by the handshake.
 */
export async function askLocalWebhooks(ctx: TenantContext, account: Account): Promise<void> {
  if (!account.isLocal) return;
  const { slug } = await ctx.db.tenant.findFirstOrThrow({ select: { slug: true } });
  await callCloud(account, "POST", account.phoneNumberId, {
    webhook_configuration: {
      override_callback_uri: `${publicUrl()}${webhookPath(slug)}`,
      verify_token: account.verifyToken,
    },
  });
}
