import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AuditActions } from "@/components/audit-log/audit-actions";
import { AuditFilters } from "@/components/audit-log/audit-filters";
import { auditHref } from "@/components/audit-log/audit-href";
import { AuditList } from "@/components/audit-log/audit-list";
import { ChainNotice } from "@/components/audit-log/chain-notice";
import { ObjectPicker } from "@/components/audit-log/object-picker";
import { EmptyState } from "@/components/ui/empty-state";
import { HouseDrawing } from "@/components/ui/house-drawing";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { requireStaff } from "@/lib/accounts/load-context";
import { canViewAudit } from "@/lib/audit-log/policy";
import { checkChain } from "@/lib/audit-log/queries/check-chain";
import { getObjectName } from "@/lib/audit-log/queries/find-names";
import { findObjects } from "@/lib/audit-log/queries/find-objects";
import { listAuditEvents } from "@/lib/audit-log/queries/list-audit-events";
import { listAuditPeople } from "@/lib/audit-log/queries/list-audit-people";
import { filterOf } from "@/lib/audit-log/rules";
import { auditSearch } from "@/lib/audit-log/schema";
import { pageOr404 } from "@/lib/platform/http/page-or-404";
import { findTenant } from "@/lib/tenants/queries/find-tenant";

type AuditPageProps = { params: Promise<{ tenant: string }>; searchParams: Promise<{ check?: string }> };

const PAGE_SIZE = 50;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("audit"))("title") };
}

export default async function AuditPage({ params, searchParams }: AuditPageProps) {
  const [{ tenant: slug }, asked] = await Promise.all([params, searchParams]);
  const { cursor, ...chosen } = auditSearch.parse(asked);
  const ctx = await requireStaff(slug);
  if (!canViewAudit(ctx.actor).ok) notFound();
  const { timezone } = await findTenant(ctx);
  const { find, kind, subject } = chosen;
  const [t, people, chain, objects, subjectName, page] = await Promise.all([
    getTranslations("audit"),
    listAuditPeople(ctx),
    asked.check ? checkChain(ctx) : null,
    find ? findObjects(ctx, { text: find, kind }) : null,
    subject ? getObjectName(ctx, subject) : null,
    pageOr404(listAuditEvents(ctx, filterOf(chosen, timezone), { limit: PAGE_SIZE, cursor })),
  ]);
  const base = `/t/${slug}/settings/audit`;
  return (
    <>
      <PageHeader title={t("title")} description={t("description")} />
      {chain && <ChainNotice state={chain} />}
      <AuditActions base={base} chosen={chosen} />
      <AuditFilters base={base} chosen={chosen} people={people} subject={subjectName} />
      {objects && <ObjectPicker base={base} chosen={chosen} objects={objects} />}
      {page.data.length > 0 ? (
        <AuditList base={base} events={page.data} zone={timezone} />
      ) : (
        <NothingHere base={base} filtered={Object.values(chosen).some(Boolean)} />
      )}
      <Pagination
        nextHref={page.nextCursor ? auditHref(base, { ...chosen, cursor: page.nextCursor }) : undefined}
        firstHref={cursor ? auditHref(base, chosen) : undefined}
      />
    </>
  );
}

async function NothingHere({ base, filtered }: { base: string; filtered: boolean }) {
  const t = await getTranslations("audit");
  return (
    <EmptyState
      drawing={<HouseDrawing />}
      title={t(filtered ? "nothingTitle" : "emptyTitle")}
      actions={filtered && <LinkButton href={base}>{t("clear")}</LinkButton>}
    >
      {filtered ? null : t("emptyBody")}
    </EmptyState>
  );
}
