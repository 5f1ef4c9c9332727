import "server-only";
import { systemContext } from "@/lib/platform/context";
import { readRefusalToken } from "../refusal-token";
import type { ConsentChannel, ConsentPurpose } from "../types";

export type RefusalState = {
  tenantName: string;
  channel: ConsentChannel;
  purpose: ConsentPurpose;
  isRefused: boolean;
};

/** What the link of a message refuses, and whether that is said already; null when it is no link of ours. */
export async function findRefusal(token: string): Promise<RefusalState | null> {
  const refusable = readRefusalToken(token);
  if (!refusable) return null;
  const { memberId, channel, purpose } = refusable;
  const { db } = systemContext(refusable.tenantId, "consent.link");
  const [tenant, member, word] = await Promise.all([
    db.tenant.findFirst({ select: { name: true } }),
    db.member.findFirst({ where: { id: memberId }, select: { id: true } }),
    db.consent.findFirst({
      where: { memberId, purpose, channel: { in: [channel, "all"] } },
      orderBy: [{ at: "desc" }, { id: "desc" }],
      select: { granted: true },
    }),
  ]);
  if (!tenant || !member) return null;
  return { tenantName: tenant.name, channel, purpose, isRefused: word?.granted === false };
}
