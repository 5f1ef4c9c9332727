import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { auditHref } from "@/components/audit-log/audit-href";
import { Avatar } from "@/components/ui/avatar";
import { Badge } from "@/components/ui/badge";
import { SectionCard } from "@/components/ui/card";
import type { GrantableCommunity, StaffPerson } from "@/lib/accounts/types";
import type { StaffActor } from "@/lib/shared/actor";
import { PersonAccess } from "./person-access";

type TeamListProps = {
  slug: string;
  people: readonly StaffPerson[];
  communities: readonly GrantableCommunity[];
  actor: StaffActor;
};

/** Everybody of the team; what can be changed about a person folds out below them. */
export async function TeamList({ slug, people, communities, actor }: TeamListProps) {
  const [t, audit] = await Promise.all([getTranslations("accounts"), getTranslations("audit")]);
  return (
    <SectionCard id="people" title={t("team.people")} description={t("team.count", { count: people.length })}>
      <ul className="grid divide-y divide-line">
        {people.map((person) => (
          <li key={person.id} data-staff={person.email} className="grid gap-2 py-4 first:pt-0 last:pb-0">
            <div className="flex items-center gap-3">
              <Avatar name={person.name || person.email} />
              <div className="grid min-w-0 grow">
                <span className="break-words font-semibold">
                  {person.name || person.email}
                  {person.id === actor.staffId && (
                    <span className="font-normal text-ink2"> ({t("team.you")})</span>
                  )}
                </span>
                <span className="break-words text-ink2 text-meta">{person.email}</span>
                <Link
                  href={auditHref(`/t/${slug}/settings/audit`, { subject: person.id })}
                  className="link w-fit text-meta"
                >
                  {audit("historyLink")}
                </Link>
              </div>
              <Badge tone={person.role === "owner" ? "brand" : "neutral"}>{t(`roles.${person.role}`)}</Badge>
            </div>
            <PersonAccess slug={slug} person={person} communities={communities} actor={actor} />
          </li>
        ))}
      </ul>
    </SectionCard>
  );
}
