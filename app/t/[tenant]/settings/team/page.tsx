import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { InvitationList } from "@/components/accounts/invitation-list";
import { InviteForm } from "@/components/accounts/invite-form";
import { TeamList } from "@/components/accounts/team-list";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { requireStaff } from "@/lib/accounts/load-context";
import { canInviteStaff } from "@/lib/accounts/policy";
import { listGrantable } from "@/lib/accounts/queries/list-grantable";
import { listInvitations, listStaff } from "@/lib/accounts/queries/list-staff";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("accounts"))("team.title") };
}

export default async function TeamPage({ params }: { params: Promise<{ tenant: string }> }) {
  const { tenant: slug } = await params;
  const ctx = await requireStaff(slug);
  if (!canInviteStaff(ctx.actor).ok) notFound();
  const [t, permissions, people, invitations, communities] = await Promise.all([
    getTranslations("accounts.team"),
    getTranslations("permissions"),
    listStaff(ctx),
    listInvitations(ctx),
    listGrantable(ctx),
  ]);
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("description")}
        actions={<LinkButton href={`/t/${slug}/settings/permissions`}>{permissions("teamLink")}</LinkButton>}
      />
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_340px]">
        <TeamList slug={slug} people={people} communities={communities} actor={ctx.actor} />
        <div className="grid gap-6">
          <InviteForm slug={slug} />
          <InvitationList slug={slug} invitations={invitations} />
        </div>
      </div>
    </>
  );
}
