import type { Planted } from "../../support/planted-village";
import type { Fact } from "./told";
import { isIn, type Onlooker } from "./viewers";
import type { LivedVillage } from "./village-life";
import type { Watch } from "./watch";

type Must = {
  way: string;
  facts: readonly Fact[];
  to: (onlooker: Onlooker) => boolean;
  of?: (village: LivedVillage, onlooker: Onlooker, person: Planted) => boolean;
};

const STAFF = ["owner", "admin", "marketer", "agent"];
const isStaff = ({ kind }: Onlooker) => STAFF.includes(kind);
const isMember = ({ memberId }: Onlooker) => memberId !== undefined;
const either = (onlooker: Onlooker) => isStaff(onlooker) || isMember(onlooker);
const others = (_: LivedVillage, { memberId }: Onlooker, { id }: Planted) => id !== memberId;

/** Both sit in one room that the portal opens. */
function shareRoom({ groups, people }: LivedVillage, { memberId }: Onlooker, person: Planted): boolean {
  const viewer = people.find(({ id }) => id === memberId);
  return viewer !== undefined && groups.some((room) => isIn(room, viewer) && isIn(room, person));
}

/** Where what somebody may see has to be found; the facts are those that the way has room for. */
const MUST: readonly Must[] = [
  { way: "GET /members", facts: ["id", "name", "phone", "mask", "contact", "tags"], to: either },
  { way: "GET /members/{id}", facts: ["id", "name", "phone", "mask", "contact", "tags"], to: either },
  { way: "GET /groups/{id}/members", facts: ["id"], to: isMember, of: shareRoom },
  { way: "GET /communities/{id}/members", facts: ["id"], to: isMember, of: shareRoom },
  { way: "GET /groups/{id}/messages", facts: ["id", "name"], to: isMember, of: shareRoom },
  { way: "/t/[tenant]/members", facts: ["id", "name", "mask", "photo", "tags"], to: isStaff },
  {
    way: "/t/[tenant]/members/[id]",
    facts: ["name", "phone", "mask", "photo", "contact", "birthday", "tags", "notes"],
    to: isStaff,
  },
  {
    way: "/m/[tenant]/groups/[id]/people",
    facts: ["name", "phone", "photo"],
    to: isMember,
    of: (...given) => others(...given) && shareRoom(...given),
  },
  {
    way: "/m/[tenant]/groups/[id]",
    facts: ["name"],
    to: isMember,
    of: (...given) => others(...given) && shareRoom(...given),
  },
];

/** What should have shown on the ways that were walked, and did not. */
export function missingOf(watch: Watch, onlookers: readonly Onlooker[], walked: readonly string[]): string[] {
  return MUST.filter(({ way }) => walked.includes(way)).flatMap((must) =>
    onlookers.filter(must.to).flatMap((onlooker) => missingOn(watch, must, onlooker)),
  );
}

function missingOn(
  { village, told }: Watch,
  { way, facts, of = () => true }: Must,
  onlooker: Onlooker,
): string[] {
  const people = village.people.filter((person) => of(village, onlooker, person));
  const wanted = people.flatMap((person) =>
    facts.filter((fact) => showsItself(onlooker, person, fact)).map((fact) => `${fact} of ${person.index}`),
  );
  return wanted
    .filter((fact) => !told.has(`${fact} by ${way} to ${onlooker.kind}`))
    .map((fact) => `${way} does not tell ${onlooker.kind} the ${fact}`);
}

/** The end of a number stands for itself only where the number does not show. */
function showsItself({ knows }: Onlooker, person: Planted, fact: Fact): boolean {
  const facts = knows(person);
  return facts.has(fact) && !(fact === "mask" && facts.has("phone"));
}
