import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { blockStartOf } from "@/components/announcements/block-start";
import { ComposerPage } from "@/components/announcements/composer-page";
import { itemsOf } from "@/components/media/media-item";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { requireStaff } from "@/lib/accounts/load-context";
import { dayFrom } from "@/lib/announcements/calendar-rules";
import { getComposerSettings } from "@/lib/announcements/queries/get-composer-settings";
import { listAudienceChoices } from "@/lib/announcements/queries/list-audience-choices";
import { findAnswered } from "@/lib/blocks/queries/find-answered";
import { pageOr404 } from "@/lib/platform/http/page-or-404";
import { canUseTemplates } from "@/lib/templates/policy";
import { getTemplate } from "@/lib/templates/queries/list-templates";
import type { Template } from "@/lib/templates/types";
import { canAsStaff } from "@/lib/tenants/policy";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("announcements.compose"))("title") };
}

type PageProps = { params: Promise<{ tenant: string }>; searchParams: Promise<Asked> };
type Asked = { day?: string; template?: string; answered?: string; choice?: string; hasNot?: string };

export default async function NewAnnouncementPage({ params, searchParams }: PageProps) {
  const { tenant: slug } = await params;
  const asked = await searchParams;
  const day = dayFrom(asked.day, "");
  const ctx = await requireStaff(slug);
  const [t, choices, settings, answered, template] = await Promise.all([
    getTranslations("announcements.compose"),
    listAudienceChoices(ctx),
    getComposerSettings(ctx),
    findAnswered(ctx, asked),
    asked.template ? pageOr404(getTemplate(ctx, asked.template)) : null,
  ]);
  if (choices.length === 0 && !canAsStaff(ctx.actor, "announcements.send").ok) notFound();
  return (
    <>
      <PageHeader
        title={t("title")}
        actions={
          canUseTemplates(ctx.actor).ok && (
            <LinkButton href={`/t/${slug}/announcements/templates`}>{t("fromTemplate")}</LinkButton>
          )
        }
      />
      <ComposerPage
        slug={slug}
        choices={choices}
        settings={settings}
        now={ctx.now}
        start={{
          ...(day ? { when: "at", localTime: `${day}T09:00` } : {}),
          ...(template && wordsOf(template)),
        }}
        answered={answered}
        mayCreate={canAsStaff(ctx.actor, "communities.create").ok}
      />
    </>
  );
}

/** What a template puts into the composer. */
function wordsOf({ body, kind, block, media }: Template) {
  return { body, kind, block: blockStartOf(block), media: itemsOf(media) };
}
