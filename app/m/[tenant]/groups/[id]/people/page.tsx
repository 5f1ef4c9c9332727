import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PortalShell } from "@/components/layout/portal-shell";
import { BackLink } from "@/components/portal/back-link";
import { LeaveGroup } from "@/components/portal/leave-group";
import { Avatar } from "@/components/ui/avatar";
import { Badge } from "@/components/ui/badge";
import { Pagination } from "@/components/ui/pagination";
import { getOwnGroup, listGroupAdminIds } from "@/lib/groups/queries/get-own-group";
import { listMembers } from "@/lib/members/queries/list-members";
import { loadPortal } from "../../../load-portal";
import { orNotFound } from "../../../or-not-found";

const PAGE_SIZE = 50;

type PeoplePageProps = {
  params: Promise<{ tenant: string; id: string }>;
  searchParams: Promise<{ cursor?: string | string[] }>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("portal"))("room.members") };
}

export default async function PeoplePage({ params, searchParams }: PeoplePageProps) {
  const [{ tenant: slug, id }, query] = await Promise.all([params, searchParams]);
  const { ctx, tenant, badges } = await loadPortal(slug, { inCommunityLook: true });
  const cursor = typeof query.cursor === "string" ? query.cursor : undefined;
  const room = await getOwnGroup(ctx, id).catch(orNotFound);
  const [t, people, admins] = await Promise.all([
    getTranslations("portal"),
    listMembers(ctx, { groupId: id }, { limit: PAGE_SIZE, cursor, sort: "name" }).catch(orNotFound),
    listGroupAdminIds(ctx, id),
  ]);
  const base = `/m/${slug}/groups/${id}`;
  return (
    <PortalShell
      tenant={tenant}
      title={t("room.members")}
      subtitle={room.name}
      lead={<BackLink href={base} label={t("room.back")} />}
      badges={badges}
    >
      {room.description && <p className="whitespace-pre-wrap break-words">{room.description}</p>}
      <ul className="grid divide-y divide-line overflow-hidden rounded-card border border-line bg-surface">
        {people.data.map((person) => {
          const phone = person.identifiers.find(({ kind }) => kind === "phone")?.value;
          return (
            <li key={person.id} className="flex items-center gap-3 px-4 py-2.5">
              <Avatar
                name={person.name}
                src={person.photoFileId && `/files/${slug}/${person.photoFileId}?size=96`}
              />
              <div className="grid min-w-0 grow">
                <p className="break-words font-semibold">
                  {person.id === ctx.actor.memberId ? t("room.you") : person.name}
                </p>
                {phone && (
                  <a href={`tel:${phone}`} className="link w-fit text-meta">
                    {phone}
                  </a>
                )}
              </div>
              {admins.has(person.id) && <Badge tone="primary">{t("room.admin")}</Badge>}
            </li>
          );
        })}
      </ul>
      <Pagination
        nextHref={people.nextCursor ? `${base}/people?cursor=${people.nextCursor}` : undefined}
        firstHref={cursor ? `${base}/people` : undefined}
      />
      <LeaveGroup slug={slug} groupId={id} name={room.name} />
    </PortalShell>
  );
}
