import type { Simulated, SimulatedPerson } from "@/lib/members/types";
import type { FormState } from "@/lib/platform/actions/form-state";
import { SeeAsAnswer } from "./see-as-answer";
import { SeeAsChoice } from "./see-as-choice";
import type { SeeAsSearch } from "./see-as-href";
import { SeeThrough } from "./see-through";

type SeeAsSimulatorProps = {
  here: string;
  asked: SeeAsSearch;
  viewer: SimulatedPerson | null;
  person: SimulatedPerson | null;
  found: { viewers: readonly SimulatedPerson[]; people: readonly SimulatedPerson[] };
  team?: readonly SimulatedPerson[] | undefined;
  simulated: Simulated | null;
  /** The walk with the viewer's eyes, where the viewer is a member. */
  seeAs: ((previous: FormState, form: FormData) => Promise<FormState>) | null;
};

/** Who looks, at whom, and what shows (P15). */
export function SeeAsSimulator({
  here,
  asked,
  viewer,
  person,
  found,
  team,
  simulated,
  seeAs,
}: SeeAsSimulatorProps) {
  return (
    <div className="grid gap-6">
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <SeeAsChoice
          here={here}
          asked={asked}
          side="viewer"
          chosen={viewer}
          people={found.viewers}
          team={team}
        >
          {viewer && seeAs && <SeeThrough action={seeAs} memberId={viewer.id} />}
        </SeeAsChoice>
        <SeeAsChoice here={here} asked={asked} side="person" chosen={person} people={found.people} />
      </div>
      {viewer && person && simulated && (
        <SeeAsAnswer viewer={viewer.name} person={person.name} {...simulated} />
      )}
    </div>
  );
}
