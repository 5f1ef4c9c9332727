import { LogOut } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { iconSrc, pictureOf } from "@/components/communities/picture";
import { PortalShell } from "@/components/layout/portal-shell";
import { Preferences } from "@/components/layout/preferences";
import { ContactCard } from "@/components/portal/contact-card";
import { InstallHere } from "@/components/portal/install-here";
import { LeaveCommunity } from "@/components/portal/leave-group";
import { MyData } from "@/components/portal/my-data";
import { MyPrivacy } from "@/components/portal/my-privacy";
import { OtherTenants } from "@/components/portal/other-tenants";
import { PushCard } from "@/components/portal/push-card";
import { SectionCard } from "@/components/ui/card";
import { CommunityIcon } from "@/components/ui/community-icon";
import { Icon } from "@/components/ui/icon";
import { LinkButton } from "@/components/ui/link-button";
import { Time } from "@/components/ui/time";
import { listUserTenants } from "@/lib/accounts/queries/list-user-tenants";
import { listOwnCommunities } from "@/lib/communities/queries/list-own-communities";
import { listOwnGroups } from "@/lib/groups/queries/list-own-groups";
import { getMember } from "@/lib/members/queries/find-member";
import { vapidKeys } from "@/lib/platform/push/vapid-keys";
import { listOwnDevices } from "@/lib/push/queries/list-devices";
import { loadPortal } from "../load-portal";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("portal"))("me.title") };
}

export default async function MePage({ params }: { params: Promise<{ tenant: string }> }) {
  const { tenant: slug } = await params;
  const { ctx, tenant, badges } = await loadPortal(slug);
  // Who looks through somebody's eyes sets up nothing in their own browser by it (P15).
  const isOwn = tenant.look === null;
  const [t, me, communities, groups, tenants, devices] = await Promise.all([
    getTranslations("portal.me"),
    getMember(ctx, ctx.actor.memberId),
    listOwnCommunities(ctx),
    listOwnGroups(ctx),
    ctx.actor.userId ? listUserTenants(ctx.actor.userId) : [],
    listOwnDevices(ctx),
  ]);
  return (
    <PortalShell tenant={tenant} title={t("title")} subtitle={me.name} badges={badges}>
      <ContactCard slug={slug} tenantName={tenant.name} unseen={badges.me ?? 0} />
      <MyData me={me} />
      <MyPrivacy
        slug={slug}
        tenantName={tenant.name}
        groups={groups.map(({ name }) => name)}
        administered={communities.filter(({ role }) => role === "admin").map(({ name }) => name)}
      />
      {isOwn && (
        <>
          <PushCard slug={slug} publicKey={vapidKeys().publicKey} devices={devices} zone={tenant.timezone} />
          <SectionCard id="install" title={t("install.title")} description={t("install.hint")}>
            <InstallHere
              label={t("install.submit")}
              homeScreen={t("install.homeScreen")}
              installed={t("install.installed")}
              elsewhere={t("install.elsewhere")}
            />
          </SectionCard>
        </>
      )}
      {communities.length > 0 && (
        <SectionCard id="communities" title={t("communities")}>
          <ul className="grid gap-3">
            {communities.map(({ id, name, icon, joinedAt }) => (
              <li key={id} className="flex flex-wrap items-center gap-3">
                <CommunityIcon picture={pictureOf(icon, iconSrc(slug))} />
                <div className="grid min-w-[8rem] grow basis-0">
                  <p className="break-words font-semibold">{name}</p>
                  <p className="text-ink2 text-meta">
                    {t.rich("since", {
                      date: () => <Time at={joinedAt} zone={tenant.timezone} kind="date" />,
                    })}
                  </p>
                </div>
                <LeaveCommunity slug={slug} communityId={id} name={name} />
              </li>
            ))}
          </ul>
        </SectionCard>
      )}
      {isOwn && (
        <>
          <SectionCard id="preferences" title={t("preferences")}>
            <Preferences className="[&_button]:min-h-11 [&_button]:grow [&_fieldset>div]:flex [&_fieldset>div]:flex-wrap [&_fieldset]:min-w-0" />
          </SectionCard>
          <OtherTenants slug={slug} tenants={tenants} />
          <div>
            <LinkButton href="/sair" variant="quiet" icon={<Icon of={LogOut} />}>
              {t("signOut")}
            </LinkButton>
          </div>
        </>
      )}
    </PortalShell>
  );
}
