import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { HistoryLink } from "@/components/audit-log/history-link";
import { CommunityForm } from "@/components/communities/community-form";
import { DangerZone } from "@/components/communities/danger-zone";
import { communityFormTexts } from "@/components/communities/form-texts";
import { GrantsForm } from "@/components/communities/grants-form";
import { iconSrc } from "@/components/communities/picture";
import { SuccessionSection } from "@/components/memberships/succession-section";
import { Alert } from "@/components/ui/alert";
import { RadioField } from "@/components/ui/form-choices";
import { requireStaff } from "@/lib/accounts/load-context";
import {
  archiveCommunityAction,
  deleteCommunityAction,
  restoreCommunityAction,
  setCommunityGrantsAction,
  updateCommunityAction,
} from "@/lib/communities/actions";
import {
  canEditCommunity,
  canManageGrants,
  canManageMemberships,
  canRetireCommunity,
} from "@/lib/communities/policy";
import { countWhatGoes } from "@/lib/communities/queries/count-what-goes";
import { findStanding } from "@/lib/communities/queries/find-standing";
import { getCommunity } from "@/lib/communities/queries/list-communities";
import { listGrants } from "@/lib/communities/queries/list-grants";
import { nameSuccessorAction } from "@/lib/memberships/actions";
import { getCare } from "@/lib/memberships/queries/get-care";
import { pageOr404 } from "@/lib/platform/http/page-or-404";
import { findLimits } from "@/lib/tenants/queries/find-limits";

type SettingsPageProps = {
  params: Promise<{ tenant: string; communityId: string }>;
  searchParams: Promise<{ q?: string | string[] }>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("communities"))("tabs.settings") };
}

export default async function CommunitySettingsPage({ params, searchParams }: SettingsPageProps) {
  const [{ tenant: slug, communityId }, { q }] = await Promise.all([params, searchParams]);
  const ctx = await requireStaff(slug);
  const standing = await pageOr404(findStanding(ctx, communityId));
  if (!canEditCommunity(ctx.actor, standing).ok) notFound();
  const place = { communityId, groupId: null };
  const [t, words, limits, community, goes, grants, care] = await Promise.all([
    getTranslations("communities"),
    communityFormTexts(),
    findLimits(ctx),
    pageOr404(getCommunity(ctx, communityId)),
    pageOr404(countWhatGoes(ctx, { communityId })),
    canManageGrants(ctx.actor, standing).ok ? listGrants(ctx, communityId) : null,
    canManageMemberships(ctx.actor, standing).ok ? getCare(ctx, place, typeof q === "string" ? q : "") : null,
  ]);
  const { name, description, icon, archivedAt } = community;
  const src = icon?.kind === "image" ? iconSrc(slug)(icon.value) : null;
  const archiving = archivedAt
    ? {
        title: t("archive.restoreTitle"),
        body: t("archive.restoreBody"),
        submit: t("archive.restore"),
        done: t("archive.restored"),
      }
    : {
        title: t("archive.title"),
        body: t("archive.body"),
        submit: t("archive.submit"),
        done: t("archive.done"),
      };
  return (
    <div className="grid gap-8">
      {archivedAt ? (
        <Alert tone="warning">{t("archive.restoreBody")}</Alert>
      ) : (
        <CommunityForm
          action={updateCommunityAction.bind(null, slug)}
          submitLabel={t("form.save")}
          successMessage={t("form.saved")}
          limits={{ name: limits.communityNameGraphemes, description: limits.communityDescriptionGraphemes }}
          given={{ id: communityId, name, description, icon, iconSrc: src }}
          {...words}
        >
          <RadioField
            name="joinMode"
            label={t("joinMode.label")}
            defaultValue={community.joinMode}
            options={(["invite", "request", "open"] as const).map((value) => ({
              value,
              label: t(`joinMode.${value}`),
            }))}
          />
        </CommunityForm>
      )}
      {!archivedAt && care && (
        <SuccessionSection place={place} care={care} action={nameSuccessorAction.bind(null, slug)} />
      )}
      {grants && (
        <GrantsForm
          action={setCommunityGrantsAction.bind(null, slug)}
          communityId={communityId}
          grants={grants}
        />
      )}
      <div className="empty:hidden">
        <HistoryLink slug={slug} actor={ctx.actor} subjectId={communityId} />
      </div>
      {canRetireCommunity(ctx.actor, standing).ok && (
        <DangerZone
          id="community"
          reference={{ name: "communityId", value: communityId }}
          archive={{
            ...archiving,
            action: (archivedAt ? restoreCommunityAction : archiveCommunityAction).bind(null, slug),
          }}
          remove={{
            title: t("delete.title"),
            body: t("delete.body", { ...goes, members: goes.people }),
            label: t("delete.label", { name }),
            submit: t("delete.submit"),
            action: deleteCommunityAction.bind(null, slug),
          }}
        />
      )}
    </div>
  );
}
