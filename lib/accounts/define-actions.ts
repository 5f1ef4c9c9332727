import "server-only";
import { actionsFor } from "@/lib/platform/actions/define-action";
import { requireMember, requireStaff } from "./load-context";

/** A server action of staff: `defineStaffAction({ schema, run: (ctx, input) => command(ctx, input) })`. */
export const defineStaffAction = actionsFor(requireStaff);

/** A server action of a member in the portal. */
export const defineMemberAction = actionsFor(requireMember);
