import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ComposerPage } from "@/components/announcements/composer-page";
import { startOf } from "@/components/announcements/composer-start";
import { PageHeader } from "@/components/ui/page-header";
import { requireStaff } from "@/lib/accounts/load-context";
import { findVisibleAnnouncement } from "@/lib/announcements/page-announcement";
import { getComposerSettings } from "@/lib/announcements/queries/get-composer-settings";
import { listAudienceChoices } from "@/lib/announcements/queries/list-audience-choices";
import { mayHappen } from "@/lib/announcements/rules";
import { canAsStaff } from "@/lib/tenants/policy";

type EditPageProps = { params: Promise<{ tenant: string; id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("announcements.compose"))("editTitle") };
}

export default async function EditAnnouncementPage({ params }: EditPageProps) {
  const { tenant: slug, id } = await params;
  const ctx = await requireStaff(slug);
  const announcement = await findVisibleAnnouncement(ctx, id);
  if (!mayHappen("edit", announcement.status)) redirect(`/t/${slug}/announcements/${id}`);
  const [t, choices, settings] = await Promise.all([
    getTranslations("announcements.compose"),
    listAudienceChoices(ctx),
    getComposerSettings(ctx),
  ]);
  if (choices.length === 0 && !canAsStaff(ctx.actor, "announcements.send").ok) notFound();
  return (
    <>
      <PageHeader title={t("editTitle")} />
      <ComposerPage
        slug={slug}
        choices={choices}
        settings={settings}
        now={ctx.now}
        start={startOf(announcement)}
      />
    </>
  );
}
