import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import { authorize } from "@/lib/shared/decision";
import { invalidInput } from "@/lib/shared/refusal";
import { contactConditions, placesNamed } from "./filter-rules";
import { canUseFilter, canUseSegments } from "./policy";
import { findPlaces } from "./queries/find-places";
import type { SegmentFilter } from "./schema";

/**
 * That the actor may ask what a filter asks, and that the places it names are there for them; foreign and unknown ones are the
 * same (T3).
 * @throws Refusal `not_allowed`, `invalid_input` at the condition.
 */
export async function checkFilter(ctx: TenantContext, filter: SegmentFilter): Promise<void> {
  authorize(canUseSegments(ctx.actor));
  if (!canUseFilter(ctx.actor, filter).ok) {
    throw invalidInput(
      ...contactConditions(filter).map((name) => ({ path: `filter.${name}`, code: "not_yours_to_ask" })),
    );
  }
  const named = placesNamed(filter);
  const places = await findPlaces(
    ctx,
    named.map(({ id }) => id),
  );
  const missing = named.filter(({ id }) => !places.get(id)?.isKnown);
  if (missing.length === 0) return;
  const conditions = [...new Set(missing.map(({ condition }) => condition))];
  throw invalidInput(...conditions.map((name) => ({ path: `filter.${name}`, code: "unknown_id" })));
}
