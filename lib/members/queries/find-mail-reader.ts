import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import { type Locale, localeFrom } from "@/lib/platform/i18n/locales";
import { selectReader } from "../mail-sql";

/** A member who can be written to, in their language; the portal of somebody suspended is closed to them. */
export type MailReader = {
  address: string;
  locale: Locale;
  slug: string;
  tenantName: string;
  isSuspended: boolean;
};

/**
 * Where news about what concerns them reach a member by e-mail; null without an address, or when they said no to it (P16).
 * The caller answers for what they are told.
 */
export async function systemMailReader(
  { db }: Pick<TenantContext, "db">,
  memberId: string,
): Promise<MailReader | null> {
  const row = await selectReader(db, memberId);
  return row && { ...row, locale: localeFrom(row.locale) };
}
