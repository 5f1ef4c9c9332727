import type { Care } from "@/lib/memberships/types";
import { HeirSearch } from "./heir-search";
import { SuccessionCard, type SuccessionPlace, type SuccessorAction } from "./succession-card";

type SuccessionSectionProps = { place: SuccessionPlace; care: Care; action: SuccessorAction };

/** Who administers a place and who takes over (H9), and the way to name them. */
export function SuccessionSection({ place, care, action }: SuccessionSectionProps) {
  const { succession, activeDays, typed, found } = care;
  return (
    <SuccessionCard place={place} succession={succession} activeDays={activeDays} action={action}>
      <HeirSearch place={place} action={action} typed={typed} found={found} />
    </SuccessionCard>
  );
}
