import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/ui/form";
import { LinkButton } from "@/components/ui/link-button";
import { Time } from "@/components/ui/time";
import type { ListedMember } from "@/lib/members/types";
import { forgetApartAction, tellApartAction } from "@/lib/merges/actions";
import type { ShownSuspicion } from "@/lib/merges/types";
import { EvidenceWords } from "./evidence-words";

type SuspicionListProps = {
  slug: string;
  suspicions: readonly ShownSuspicion[];
  /** Of these it was said that they are two people. */
  areToldApart: boolean;
  zone: string;
};

/** Two records side by side, why they may be one person, and what to do about it. */
export async function SuspicionList({ slug, suspicions, areToldApart, zone }: SuspicionListProps) {
  const t = await getTranslations("members.duplicates");
  return (
    <ul className="grid gap-4">
      {suspicions.map(({ people, evidence }) => {
        const [one, other] = people;
        const [older, newer] = one.createdAt <= other.createdAt ? [one, other] : [other, one];
        return (
          <li
            key={`${one.id} ${other.id}`}
            className="grid gap-4 rounded-card border border-line bg-surface p-4"
          >
            <div className="grid gap-3 sm:grid-cols-2">
              <Record slug={slug} person={older} zone={zone} />
              <Record slug={slug} person={newer} zone={zone} />
            </div>
            <EvidenceWords evidence={evidence} />
            <div className="flex flex-wrap gap-2">
              {areToldApart ? (
                <ActionForm action={forgetApartAction.bind(null, slug)} submitLabel={t("forget")}>
                  <Couple one={one.id} other={other.id} />
                </ActionForm>
              ) : (
                <>
                  <LinkButton
                    variant="primary"
                    href={`/t/${slug}/members/${older.id}/merge?with=${newer.id}`}
                  >
                    {t("merge")}
                  </LinkButton>
                  <ActionForm
                    action={tellApartAction.bind(null, slug)}
                    submitLabel={t("tellApart")}
                    submitVariant="quiet"
                    successMessage={t("toldApart")}
                  >
                    <Couple one={one.id} other={other.id} />
                  </ActionForm>
                </>
              )}
            </div>
          </li>
        );
      })}
    </ul>
  );
}

function Couple({ one, other }: { one: string; other: string }) {
  return (
    <>
      <input type="hidden" name="oneId" value={one} />
      <input type="hidden" name="otherId" value={other} />
    </>
  );
}

async function Record({ slug, person, zone }: { slug: string; person: ListedMember; zone: string }) {
  const t = await getTranslations("members.duplicates");
  return (
    <div className="grid min-w-0 content-start gap-1">
      <Link className="break-words font-semibold hover:underline" href={`/t/${slug}/members/${person.id}`}>
        {person.name}
      </Link>
      {person.identifiers.map(({ kind, value }) => (
        <span key={`${kind} ${value}`} className="break-all text-ink2 text-meta tabular-nums">
          {value}
        </span>
      ))}
      <span className="text-ink2 text-meta">
        {t("since")} <Time at={new Date(person.createdAt)} zone={zone} kind="date" />
      </span>
    </div>
  );
}
