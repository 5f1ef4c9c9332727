import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import { canonicalPhone } from "../phone-rules";

/** Who writes from a WhatsApp id: a number, in either spelling where a country has two (X20), or an opaque id (X21). Null: nobody. */
export async function findBySender(ctx: TenantContext, sender: string): Promise<string | null> {
  const isNumber = /^\d{7,15}$/u.test(sender);
  const canonical = isNumber ? canonicalPhone(`+${sender}`) : sender;
  const row = await ctx.db.identifier.findFirst({
    where: isNumber
      ? {
          OR: [
            { kind: "whatsapp", canonical: canonical.slice(1) },
            { kind: "phone", canonical },
          ],
        }
      : { kind: "whatsapp", canonical },
    orderBy: { kind: "desc" },
    select: { memberId: true },
  });
  return row?.memberId ?? null;
}
