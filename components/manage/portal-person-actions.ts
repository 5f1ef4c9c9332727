import type { PersonActions } from "@/components/communities/person-menu";
import { seeAsInPortalAction } from "@/lib/accounts/actions/see-as";
import { banInPortalAction } from "@/lib/bans/actions";
import { removeInPortalAction, setRoleInPortalAction } from "@/lib/memberships/portal-actions";

/** What an admin who is a plain member does about somebody, on the phone (R3, R4). */
export function portalPersonActions(
  slug: string,
  { leads }: { leads: "community" | "group" },
): PersonActions {
  return {
    setRole: setRoleInPortalAction.bind(null, slug),
    remove: removeInPortalAction.bind(null, slug),
    ban: banInPortalAction.bind(null, slug),
    ...(leads === "community" && { seeAs: seeAsInPortalAction.bind(null, slug) }),
  };
}
