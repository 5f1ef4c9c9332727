import "server-only";
import { newTenantToken } from "@/lib/platform/auth/tokens";
import { publicUrl } from "@/lib/platform/env";
import { seal, unseal } from "@/lib/platform/sealed";

const purposeOf = (tenantId: string, formId: string) => `feedback_form:${tenantId}:${formId}`;

/** A new secret that names its tenant, as it goes into the address and as it is kept to be printed again. */
export function newFormToken(tenantId: string, formId: string): { token: string; sealed: string } {
  const token = newTenantToken(tenantId);
  return { token, sealed: seal(token, purposeOf(tenantId, formId)) };
}

/** The address of a kept secret; null when the key that sealed it is gone. */
export function addressOf(tenantId: string, formId: string, sealed: string): string | null {
  try {
    return `${publicUrl()}/f/${unseal(sealed, purposeOf(tenantId, formId))}`;
  } catch {
    return null;
  }
}
