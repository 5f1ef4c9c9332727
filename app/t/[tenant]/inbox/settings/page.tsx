import { ArrowLeft } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { KeptLabels, KeptReplies } from "@/components/inbox/kept-words";
import { Icon } from "@/components/ui/icon";
import { PageHeader } from "@/components/ui/page-header";
import { requireStaff } from "@/lib/accounts/load-context";
import { canManageInbox } from "@/lib/inbox/policy";
import { listLabels, listSavedReplies } from "@/lib/inbox/queries/list-kept-words";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("inbox"))("settings.title") };
}

export default async function InboxSettingsPage({ params }: { params: Promise<{ tenant: string }> }) {
  const { tenant: slug } = await params;
  const ctx = await requireStaff(slug);
  if (!canManageInbox(ctx.actor).ok) notFound();
  const [t, labels, replies] = await Promise.all([
    getTranslations("inbox"),
    listLabels(ctx),
    listSavedReplies(ctx),
  ]);
  return (
    <>
      <PageHeader
        title={t("settings.title")}
        back={
          <Link
            href={`/t/${slug}/inbox`}
            className="link inline-flex w-fit items-center gap-1.5 text-control"
          >
            <Icon of={ArrowLeft} size={16} />
            {t("title")}
          </Link>
        }
      />
      <div className="grid max-w-form gap-6">
        <KeptLabels slug={slug} labels={labels} />
        <KeptReplies slug={slug} replies={replies} />
      </div>
    </>
  );
}
