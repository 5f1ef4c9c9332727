import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { SeeAsSimulator } from "@/components/members/see-as-simulator";
import { seeAsInPortalAction } from "@/lib/accounts/actions/see-as";
import { getManagedPlace } from "@/lib/invites/queries/list-managed-places";
import { findSimulated, simulateSight, viewSimulated } from "@/lib/members/queries/simulate-sight";
import { seeAsSearch } from "@/lib/members/schema";
import { loadPortal } from "../../../load-portal";
import { orNotFound } from "../../../or-not-found";
import { ManageShell } from "../manage-shell";

type SeeAsPageProps = { params: Promise<{ tenant: string; id: string }>; searchParams: Promise<object> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("privacy.seeAs"))("title") };
}

/** For who administers a community: about its people, as far as it goes (P15). */
export default async function ManageSeeAsPage({ params, searchParams }: SeeAsPageProps) {
  const [{ tenant: slug, id }, query] = await Promise.all([params, searchParams]);
  const portal = await loadPortal(slug);
  const { ctx } = portal;
  const place = await getManagedPlace(ctx, id).catch(orNotFound);
  if (place.groupId !== null) notFound();
  const asked = seeAsSearch.parse(query);
  const [t, people, viewers, persons] = await Promise.all([
    getTranslations("privacy.seeAs"),
    viewSimulated(ctx, [asked.viewer, asked.person]),
    findSimulated(ctx, asked.findViewer, place.communityId),
    findSimulated(ctx, asked.findPerson, place.communityId),
  ]);
  const viewer = people.get(asked.viewer ?? "") ?? null;
  const person = people.get(asked.person ?? "") ?? null;
  const simulated =
    viewer && person
      ? await simulateSight(ctx, { memberId: person.id, viewerId: viewer.id }).catch(orNotFound)
      : null;
  return (
    <ManageShell portal={portal} slug={slug} place={place} tab="see-as">
      <p className="text-ink2">{t("descriptionCommunity")}</p>
      <SeeAsSimulator
        here={`/m/${slug}/manage/${id}/see-as`}
        asked={asked}
        viewer={viewer}
        person={person}
        found={{ viewers, people: persons }}
        simulated={simulated}
        seeAs={seeAsInPortalAction.bind(null, slug)}
      />
    </ManageShell>
  );
}
