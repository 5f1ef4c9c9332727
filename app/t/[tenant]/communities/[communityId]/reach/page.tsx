import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CoveragePlan } from "@/components/delivery/coverage-plan";
import { CoverageTable } from "@/components/delivery/coverage-table";
import { Pagination } from "@/components/ui/pagination";
import { Table } from "@/components/ui/table";
import { requireStaff } from "@/lib/accounts/load-context";
import { REACH_CHANNELS, type ReachChannel } from "@/lib/delivery/coverage-rules";
import { getCoverage, listMissing } from "@/lib/delivery/queries/get-coverage";
import { pageOr404 } from "@/lib/platform/http/page-or-404";

type CoveragePageProps = {
  params: Promise<{ tenant: string; communityId: string }>;
  searchParams: Promise<{ channel?: string | string[]; cursor?: string | string[] }>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("communities.coverage"))("title") };
}

export default async function CoveragePage({ params, searchParams }: CoveragePageProps) {
  const [{ tenant: slug, communityId }, query] = await Promise.all([params, searchParams]);
  const ctx = await requireStaff(slug);
  const channel = channelOf(query.channel);
  const cursor = typeof query.cursor === "string" ? query.cursor : undefined;
  const [t, coverage, missing] = await Promise.all([
    getTranslations("communities.coverage"),
    pageOr404(getCoverage(ctx, communityId)),
    pageOr404(listMissing(ctx, communityId, { channel, limit: 50, cursor })),
  ]);
  const here = `/t/${slug}/communities/${communityId}/reach`;
  const list = `${here}?channel=${channel}`;
  return (
    <div className="grid gap-6">
      <div className="grid gap-1">
        <h2 className="text-h3">{t("title")}</h2>
        <p className="text-ink2">{t("body")}</p>
      </div>
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <CoverageTable here={here} coverage={coverage} />
        <CoveragePlan coverage={coverage} />
      </div>
      <section id="missing" aria-labelledby="missing-title" className="grid gap-3">
        <h3 id="missing-title" className="text-h3">
          {channel === "any" ? t("missingAny") : t("missingBy", { channel: t(`channels.${channel}`) })}
        </h3>
        <Table
          caption={t("missingAny")}
          columns={[{ key: "name", header: t("name"), phone: "title" }]}
          rows={missing.data.map(({ memberId, name }) => ({
            key: memberId,
            cells: {
              name: (
                <a className="link" href={`/t/${slug}/members/${memberId}`}>
                  {name}
                </a>
              ),
            },
          }))}
          empty={t("none")}
        />
        <Pagination
          nextHref={missing.nextCursor ? `${list}&cursor=${missing.nextCursor}#missing` : undefined}
          firstHref={cursor ? `${list}#missing` : undefined}
        />
      </section>
    </div>
  );
}

function channelOf(typed: string | string[] | undefined): ReachChannel | "any" {
  return REACH_CHANNELS.find((channel) => channel === typed) ?? "any";
}
