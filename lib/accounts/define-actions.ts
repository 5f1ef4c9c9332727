import "server-only";
import { actionsFor } from "@/lib/platform/actions/define-action";
import { assertWritable } from "@/lib/tenants/queries/assert-writable";
import { loadUser, loadVisitor, requireMember, requireStaff } from "./load-context";

/** A server action of staff: `defineStaffAction({ schema, run: (ctx, input) => command(ctx, input) })`. */
export const defineStaffAction = actionsFor(requireStaff, assertWritable);

/** A server action of a member in the portal. */
export const defineMemberAction = actionsFor(requireMember, assertWritable);

/** A server action open to anybody; what the page binds as first argument arrives as `visitor.key`. */
export const defineVisitorAction = actionsFor(loadVisitor);

/** A server action of a signed-in user on their own account. */
export const defineUserAction = actionsFor(loadUser);
