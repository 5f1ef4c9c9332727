import { Search } from "lucide-react";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Avatar } from "@/components/ui/avatar";
import { Button } from "@/components/ui/button";
import { SectionCard } from "@/components/ui/card";
import { Icon } from "@/components/ui/icon";
import { TextInput } from "@/components/ui/text-input";
import type { SimulatedPerson } from "@/lib/members/types";
import { type SeeAsSearch, seeAsHref } from "./see-as-href";

type SeeAsChoiceProps = {
  here: string;
  asked: SeeAsSearch;
  side: "viewer" | "person";
  chosen: SimulatedPerson | null;
  /** What was found by the name typed here, or what is offered before. */
  people: readonly SimulatedPerson[];
  /** The team, as viewers, for who may ask about it. */
  team?: readonly SimulatedPerson[] | undefined;
  /** What can be done with the chosen one. */
  children?: ReactNode;
};

/** One of the two people of the question: who looks, or at whom. The other one stays in the address. */
export async function SeeAsChoice({ here, asked, side, chosen, people, team, children }: SeeAsChoiceProps) {
  const t = await getTranslations("privacy.seeAs");
  const typed = side === "viewer" ? asked.findViewer : asked.findPerson;
  const kept: SeeAsSearch = { viewer: asked.viewer, person: asked.person };
  const list = typed || !chosen ? people : [];
  const hint = side === "viewer" && team === undefined ? "viewerHintCommunity" : (`${side}Hint` as const);
  const hrefOf = (id: string) => seeAsHref(here, { ...kept, [side]: id });
  return (
    <SectionCard id={`see-as-${side}`} title={t(side)} description={t(hint)}>
      <div className="grid gap-3">
        {chosen && (
          <p className="flex min-w-0 items-center gap-3">
            <Avatar name={chosen.name} />
            <span className="grid min-w-0">
              <strong className="wrap-anywhere">{chosen.name}</strong>
              {chosen.hint && <span className="text-ink2 text-meta wrap-anywhere">{chosen.hint}</span>}
            </span>
          </p>
        )}
        {children}
        <search>
          <form action={here} className="flex flex-wrap gap-2">
            {Object.entries(kept).map(
              ([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />,
            )}
            <TextInput
              type="search"
              name={side === "viewer" ? "findViewer" : "findPerson"}
              defaultValue={typed}
              aria-label={t(`${side}Search`)}
              placeholder={t("search")}
              className="min-w-36 grow basis-0"
            />
            <Button type="submit" icon={<Icon of={Search} size={16} />}>
              {t("find")}
            </Button>
          </form>
        </search>
        {typed && people.length === 0 && (
          <p role="status" className="text-ink2">
            {t("nobody", { text: typed })}
          </p>
        )}
        <PeopleLinks label={t(`${side}Found`)} people={list} hrefOf={hrefOf} />
        {team !== undefined && team.length > 0 && (
          <details>
            <summary className="link w-fit cursor-pointer">{t("team")}</summary>
            <PeopleLinks label={t("team")} people={team} hrefOf={hrefOf} />
          </details>
        )}
      </div>
    </SectionCard>
  );
}

type PeopleLinksProps = { label: string; people: readonly SimulatedPerson[]; hrefOf: (id: string) => string };

function PeopleLinks({ label, people, hrefOf }: PeopleLinksProps) {
  if (people.length === 0) return null;
  return (
    <ul aria-label={label} className="grid divide-y divide-line">
      {people.map(({ id, name, hint }) => (
        <li key={id}>
          <Link
            href={hrefOf(id)}
            className="flex min-h-11 flex-wrap items-center justify-between gap-x-4 py-1.5 hover:bg-sunken/60"
          >
            <span className="link min-w-0 break-words">{name}</span>
            {hint && <span className="text-ink2 text-meta">{hint}</span>}
          </Link>
        </li>
      ))}
    </ul>
  );
}
