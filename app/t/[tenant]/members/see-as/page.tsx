import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { SeeAsSimulator } from "@/components/members/see-as-simulator";
import { PageHeader } from "@/components/ui/page-header";
import { seeAsAction } from "@/lib/accounts/actions/see-as";
import { requireStaff } from "@/lib/accounts/load-context";
import { canSeeAs } from "@/lib/accounts/policy";
import { listStaff } from "@/lib/accounts/queries/list-staff";
import { findSimulated, simulateSight, viewSimulated } from "@/lib/members/queries/simulate-sight";
import { seeAsSearch } from "@/lib/members/schema";

type SeeAsPageProps = { params: Promise<{ tenant: string }>; searchParams: Promise<object> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("privacy.seeAs"))("title") };
}

export default async function SeeAsPage({ params, searchParams }: SeeAsPageProps) {
  const [{ tenant: slug }, query] = await Promise.all([params, searchParams]);
  const ctx = await requireStaff(slug);
  if (!canSeeAs(ctx.actor).ok) notFound();
  const asked = seeAsSearch.parse(query);
  const [t, roles, people, staff, viewers, persons] = await Promise.all([
    getTranslations("privacy.seeAs"),
    getTranslations("accounts.roles"),
    viewSimulated(ctx, [asked.viewer, asked.person]),
    listStaff(ctx),
    findSimulated(ctx, asked.findViewer),
    findSimulated(ctx, asked.findPerson),
  ]);
  const team = staff.map(({ id, name, role }) => ({ id, name, hint: roles(role) }));
  const member = people.get(asked.viewer ?? "") ?? null;
  const viewer = member ?? team.find(({ id }) => id === asked.viewer) ?? null;
  const person = people.get(asked.person ?? "") ?? null;
  const simulated =
    viewer && person ? await simulateSight(ctx, { memberId: person.id, viewerId: viewer.id }) : null;
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("description")}
        back={
          <a className="link w-fit" href={`/t/${slug}/members`}>
            {t("back")}
          </a>
        }
      />
      <SeeAsSimulator
        here={`/t/${slug}/members/see-as`}
        asked={asked}
        viewer={viewer}
        person={person}
        found={{ viewers, people: persons }}
        team={team}
        simulated={simulated}
        seeAs={member && seeAsAction.bind(null, slug)}
      />
    </>
  );
}
