import { getTranslations } from "next-intl/server";
import type { Party } from "@/lib/permissions/rules";
import { TIES, type Tie } from "@/lib/tenants/permissions";

/** The words for a role of the team or a tie to the place, in the reader's language. */
export async function partyWords(): Promise<(party: Party) => string> {
  const [roles, t] = await Promise.all([
    getTranslations("accounts.roles"),
    getTranslations("permissions.ties"),
  ]);
  const isTie = (party: Party): party is Tie => (TIES as readonly string[]).includes(party);
  return (party) => (isTie(party) ? t(party) : roles(party));
}
