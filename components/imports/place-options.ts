import type { SelectOption } from "@/components/ui/select";
import type { CommunityPlaces } from "@/lib/imports/types";

/** Communities and their groups as one list; the values are those of the form. */
export function placeOptions(places: readonly CommunityPlaces[]): SelectOption[] {
  return places.flatMap(({ id, name, groups }) => [
    { value: `c:${id}`, label: name },
    ...groups.map((group) => ({ value: `g:${group.id}`, label: `${name} › ${group.name}` })),
  ]);
}

/** The value of a place that is chosen already. */
export function placeValue(place: { communityId: string | null; groupId: string | null }): string {
  if (place.groupId) return `g:${place.groupId}`;
  return place.communityId ? `c:${place.communityId}` : "";
}
