import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import type { Account } from "../types";

/** Meta does not take the token of a number any more: the settings say so from now on, not only whoever looks at a sending. */
export async function systemNoteRefusal(
  ctx: TenantContext,
  { phoneNumberId }: Pick<Account, "phoneNumberId">,
): Promise<void> {
  await ctx.db.whatsappAccount.updateMany({
    where: { phoneNumberId, state: { not: "refused" } },
    data: { state: "refused", checkedAt: new Date() },
  });
}
