import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { HandleRequest } from "@/components/privacy/handle-request";
import { DaysBadge, RequestBadge } from "@/components/privacy/request-badge";
import { RequestWords } from "@/components/privacy/request-words";
import { PageHeader } from "@/components/ui/page-header";
import { requireStaff } from "@/lib/accounts/load-context";
import { pageOr404 } from "@/lib/platform/http/page-or-404";
import { canManagePrivacy } from "@/lib/privacy/policy";
import { getRequest } from "@/lib/privacy/queries/list-requests";
import { findTimezone } from "@/lib/tenants/queries/find-timezone";

type RequestPageProps = { params: Promise<{ tenant: string; id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("privacy.centre"))("title") };
}

export default async function RequestPage({ params }: RequestPageProps) {
  const { tenant: slug, id } = await params;
  const ctx = await requireStaff(slug);
  if (!canManagePrivacy(ctx.actor).ok) notFound();
  const request = await pageOr404(getRequest(ctx, id));
  const [t, words, zone] = await Promise.all([
    getTranslations("privacy.centre"),
    getTranslations("privacy.requests"),
    findTimezone(ctx),
  ]);
  return (
    <>
      <PageHeader
        title={words(`kinds.${request.kind}`)}
        description={request.name ?? words("erased")}
        back={
          <a className="link w-fit" href={`/t/${slug}/settings/privacy`}>
            {t("back")}
          </a>
        }
        actions={
          <span className="flex flex-wrap items-center gap-2">
            <RequestBadge status={request.status} />
            <DaysBadge request={request} />
          </span>
        }
      />
      <div className="grid max-w-form gap-5">
        <RequestWords slug={slug} request={request} zone={zone} />
        {request.closedAt === null && <HandleRequest slug={slug} request={request} zone={zone} />}
      </div>
    </>
  );
}
