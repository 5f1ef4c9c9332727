import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { BanEverywhere } from "@/components/bans/ban-everywhere";
import { DeleteMember } from "@/components/members/delete-member";
import { MemberConsents } from "@/components/members/member-consents";
import { MemberIdentity } from "@/components/members/member-identity";
import { MemberRooms } from "@/components/members/member-rooms";
import { WhoSees } from "@/components/members/who-sees";
import { Avatar } from "@/components/ui/avatar";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { requireStaff } from "@/lib/accounts/load-context";
import { canManageBans } from "@/lib/bans/policy";
import { canReadConsents } from "@/lib/consent/policy";
import { listConsents } from "@/lib/consent/queries/list-consents";
import { canManageMembers } from "@/lib/members/policy";
import { findMember } from "@/lib/members/queries/find-member";
import { listRooms } from "@/lib/members/queries/list-rooms";
import { findTimezone } from "@/lib/tenants/queries/find-timezone";

type MemberPageProps = { params: Promise<{ tenant: string; id: string }> };

const SHOWN_CONSENTS = 10;

export async function generateMetadata({ params }: MemberPageProps): Promise<Metadata> {
  const { tenant, id } = await params;
  const member = await findMember(await requireStaff(tenant), id);
  return { title: member?.name ?? (await getTranslations("members"))("title") };
}

export default async function MemberPage({ params }: MemberPageProps) {
  const { tenant: slug, id } = await params;
  const ctx = await requireStaff(slug);
  const member = await findMember(ctx, id);
  if (!member) notFound();
  const readsConsents = canReadConsents(ctx.actor, id).ok;
  const [t, rooms, consents, zone] = await Promise.all([
    getTranslations("members"),
    listRooms(ctx, id),
    readsConsents ? listConsents(ctx, id, { limit: SHOWN_CONSENTS }) : null,
    findTimezone(ctx),
  ]);
  const src = member.photoFileId ? `/files/${slug}/${member.photoFileId}?size=256` : null;
  return (
    <>
      <PageHeader
        title={member.name}
        lead={<Avatar name={member.name} src={src} size="lg" />}
        back={
          <a className="link w-fit" href={`/t/${slug}/members`}>
            {t("card.back")}
          </a>
        }
        actions={
          canManageMembers(ctx.actor).ok && (
            <>
              {canManageBans(ctx.actor, null, null).ok && (
                <BanEverywhere slug={slug} member={{ id, name: member.name }} />
              )}
              <DeleteMember slug={slug} member={{ id, name: member.name }} />
              <LinkButton href={`/t/${slug}/members/${id}/edit`} variant="primary">
                {t("card.edit")}
              </LinkButton>
            </>
          )
        }
      />
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <div className="grid gap-6">
          <MemberIdentity member={member} />
          {consents && <MemberConsents slug={slug} memberId={id} entries={consents.data} zone={zone} />}
        </div>
        <div className="grid gap-6">
          <MemberRooms slug={slug} rooms={rooms} />
          {canManageMembers(ctx.actor).ok && <WhoSees rooms={rooms} />}
        </div>
      </div>
    </>
  );
}
