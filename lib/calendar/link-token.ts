import "server-only";
import { newTenantToken } from "@/lib/platform/auth/tokens";
import { publicUrl } from "@/lib/platform/env";
import { seal, unseal } from "@/lib/platform/sealed";

const purposeOf = (tenantId: string, staffId: string) => `calendar:${tenantId}:${staffId}`;

/** A new secret that names its tenant, as it goes into the address and as it is kept for its owner. */
export function newLinkToken(tenantId: string, staffId: string): { token: string; sealed: string } {
  const token = newTenantToken(tenantId);
  return { token, sealed: seal(token, purposeOf(tenantId, staffId)) };
}

/** The address of a kept secret; null when the key that sealed it is gone. */
export function addressOf(tenantId: string, staffId: string, sealed: string): string | null {
  try {
    return `${publicUrl()}/calendar/${unseal(sealed, purposeOf(tenantId, staffId))}.ics`;
  } catch {
    return null;
  }
}
