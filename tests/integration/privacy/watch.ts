import { TELLS, type Tells } from "../matrix/row-types";
import { type Fact, type Told, toldIn } from "./told";
import type { Onlooker } from "./viewers";
import type { LivedVillage } from "./village-life";

const FROM: Record<Fact, Tells> = {
  id: "names",
  name: "names",
  photo: "faces",
  phone: "phones",
  mask: "phones",
  contact: "profiles",
  birthday: "profiles",
  tags: "profiles",
  notes: "everything",
};

/** What a way answered; `asked` is what the viewer said themself, which is no news to them. */
type Heard = { way: string; tells: Tells; text: string; asked?: string };
const keyOf = ({ person, fact }: Told) => `${fact} ${person.index}`;

/** Keeps what was told to whom, and says what should not have been. */
export class Watch {
  private readonly leaks = new Set<string>();
  /** Everything that each viewer was told. */
  readonly texts = new Map<string, string[]>();
  /** `fact of person by way to viewer`, of all that was told: for what must show. */
  readonly told = new Set<string>();
  readonly village: LivedVillage;

  constructor(village: LivedVillage) {
    this.village = village;
  }

  /** What a way told a viewer. The row of a way speaks of others: to themself anybody may be told what P1 shows. */
  hear({ way, tells, text, asked = "" }: Heard, viewer: Onlooker): void {
    this.texts.set(viewer.kind, [...(this.texts.get(viewer.kind) ?? []), text]);
    const known = new Set(toldIn(asked, this.village.people).map(keyOf));
    for (const { person, fact } of toldIn(text, this.village.people)) {
      if (known.has(keyOf({ person, fact }))) continue;
      this.told.add(`${fact} of ${person.index} by ${way} to ${viewer.kind}`);
      const where = `${way} tells ${viewer.kind} the ${fact} of ${person.index}`;
      if (!viewer.knows(person).has(fact)) this.leaks.add(`${where}, which is hidden`);
      else if (person.id !== viewer.memberId && TELLS.indexOf(FROM[fact]) > TELLS.indexOf(tells))
        this.leaks.add(`${where}, and its row says ${tells}`);
    }
  }

  get problems(): string[] {
    return [...this.leaks].sort();
  }
}
