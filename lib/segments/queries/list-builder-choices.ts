import "server-only";
import { findFields } from "@/lib/fields/queries/list-fields";
import { listPlaces } from "@/lib/members/queries/list-places";
import type { TenantContext } from "@/lib/platform/context";
import { authorize } from "@/lib/shared/decision";
import { listUsualTags } from "@/lib/tags/queries/list-tags";
import { canAsStaff } from "@/lib/tenants/policy";
import { canUseSegments } from "../policy";

const MOST_TAGS = 200;

/** What the builder of segments offers the actor. @throws Refusal `not_allowed` */
export async function listBuilderChoices(ctx: TenantContext) {
  authorize(canUseSegments(ctx.actor));
  const [places, fields, tags] = await Promise.all([
    listPlaces(ctx),
    findFields(ctx),
    listUsualTags(ctx, MOST_TAGS),
  ]);
  const seesContacts = canAsStaff(ctx.actor, "members.viewPhone").ok;
  return {
    places,
    fields: fields.map(({ key, name, kind, options }) => ({ key, name, kind, options })),
    tags,
    seesContacts,
  };
}
