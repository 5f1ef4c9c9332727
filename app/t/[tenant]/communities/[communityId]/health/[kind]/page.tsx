import { ChevronLeft } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { HealthRows } from "@/components/health/health-rows";
import { Icon } from "@/components/ui/icon";
import { Pagination } from "@/components/ui/pagination";
import { requireStaff } from "@/lib/accounts/load-context";
import { listHealthRows } from "@/lib/health/queries/list-health-rows";
import { ROWS } from "@/lib/health/rules";
import { pageOr404 } from "@/lib/platform/http/page-or-404";
import { findTimezone } from "@/lib/tenants/queries/find-timezone";
import { daysOf } from "../days-of";

type RowsPageProps = {
  params: Promise<{ tenant: string; communityId: string; kind: string }>;
  searchParams: Promise<{ days?: string | string[]; cursor?: string | string[] }>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("health"))("title") };
}

export default async function HealthRowsPage({ params, searchParams }: RowsPageProps) {
  const [{ tenant: slug, communityId, kind: typed }, query] = await Promise.all([params, searchParams]);
  const ctx = await requireStaff(slug);
  const kind = ROWS.find((each) => each === typed);
  if (!kind) notFound();
  const days = daysOf(query.days);
  const cursor = typeof query.cursor === "string" ? query.cursor : undefined;
  const [t, page, zone] = await Promise.all([
    getTranslations("health"),
    pageOr404(listHealthRows(ctx, { communityId, kind, days, limit: 50, cursor })),
    findTimezone(ctx),
  ]);
  const base = `/t/${slug}/communities/${communityId}`;
  const here = `${base}/health/${kind}?days=${days}`;
  return (
    <div className="grid gap-4">
      <Link
        href={`${base}/health?days=${days}`}
        className="inline-flex items-center gap-1 justify-self-start text-ink2 text-meta"
      >
        <Icon of={ChevronLeft} size={16} />
        {t("title")}
      </Link>
      <div className="grid gap-1">
        <h2 className="text-h3">{t(`rows.${kind}.title`)}</h2>
        <p className="text-ink2">{t("days", { days })}</p>
      </div>
      <HealthRows kind={kind} rows={page.data} slug={slug} base={base} zone={zone} />
      <Pagination
        nextHref={page.nextCursor ? `${here}&cursor=${page.nextCursor}` : undefined}
        firstHref={cursor ? here : undefined}
      />
    </div>
  );
}
