import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { Dialog } from "@/components/ui/dialog";
import { EmptyState } from "@/components/ui/empty-state";
import { ActionForm } from "@/components/ui/form";
import { HouseDrawing } from "@/components/ui/house-drawing";
import { LinkButton } from "@/components/ui/link-button";
import { Sign } from "@/components/ui/sign";
import { warningSign } from "@/components/ui/signs";
import { archiveSegmentAction } from "@/lib/segments/actions";
import type { CountedSegment } from "@/lib/segments/types";
import { SegmentWords } from "./segment-words";

type SegmentListProps = {
  slug: string;
  segments: readonly CountedSegment[];
  fields: readonly { key: string; name: string }[];
  nextCursor: string | null;
};

/** The segments with what each asks and how many people it finds. */
export async function SegmentList({ slug, segments, fields, nextCursor }: SegmentListProps) {
  const t = await getTranslations("segments");
  const here = `/t/${slug}/members`;
  if (segments.length === 0)
    return (
      <EmptyState
        drawing={<HouseDrawing part="people" />}
        title={t("emptyTitle")}
        actions={<LinkButton href={`${here}/segments/new`}>{t("new")}</LinkButton>}
      >
        {t("emptyBody")}
      </EmptyState>
    );
  return (
    <>
      <ul className="grid gap-3">
        {segments.map(({ id, name, filter, places, count, mayChange }) => (
          <li
            key={id}
            className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 rounded-card border border-line bg-surface p-4"
          >
            <div className="grid min-w-0 gap-1">
              <h2 className="break-words text-h3">
                <Link className="hover:underline" href={`${here}?segmentId=${id}`}>
                  {name}
                </Link>
              </h2>
              <p className="max-w-prose break-words text-ink2 text-meta">
                <SegmentWords segment={{ filter, places }} fields={fields} />
              </p>
              {places.some((place) => place.name === null) && (
                <p className="flex items-center gap-1.5 text-ipe text-meta">
                  <Sign of={warningSign} className="shrink-0" />
                  {t("staleMark")}
                </p>
              )}
            </div>
            <div className="flex flex-wrap items-center gap-2">
              <span className="font-semibold tabular-nums">{t("count", { count })}</span>
              {mayChange && (
                <>
                  <LinkButton size="sm" href={`${here}/segments/${id}`}>
                    {t("edit")}
                  </LinkButton>
                  <ArchiveSegment slug={slug} id={id} name={name} />
                </>
              )}
            </div>
          </li>
        ))}
      </ul>
      {nextCursor && (
        <div className="pt-5">
          <LinkButton href={`${here}/segments?cursor=${nextCursor}`}>{t("more")}</LinkButton>
        </div>
      )}
    </>
  );
}

async function ArchiveSegment({ slug, id, name }: { slug: string; id: string; name: string }) {
  const t = await getTranslations("segments");
  return (
    <Dialog
      title={t("archiveTitle", { name })}
      description={t("archiveBody")}
      trigger={{ label: t("archive"), variant: "danger-quiet", size: "sm" }}
    >
      <ActionForm
        action={archiveSegmentAction.bind(null, slug)}
        submitLabel={t("archive")}
        submitVariant="danger"
      >
        <input type="hidden" name="id" value={id} />
      </ActionForm>
    </Dialog>
  );
}
