import { banMemberAction } from "@/lib/bans/actions";
import { removeMemberAction, setRoleAction } from "@/lib/memberships/actions";
import type { PersonActions } from "./person-menu";

/** What the team does about somebody in a community or a room. */
export function staffActions(slug: string): PersonActions {
  return {
    setRole: setRoleAction.bind(null, slug),
    remove: removeMemberAction.bind(null, slug),
    ban: banMemberAction.bind(null, slug),
  };
}
