import { getTranslations } from "next-intl/server";
import { SectionCard } from "@/components/ui/card";
import { Dialog } from "@/components/ui/dialog";
import { ActionForm } from "@/components/ui/form";
import { Time } from "@/components/ui/time";
import { undoMergeAction } from "@/lib/merges/actions";
import type { Merge } from "@/lib/merges/types";

type MergedPeopleProps = { slug: string; merges: readonly Merge[]; zone: string };

/** The records that went into this one, each to be taken out again while that can be done (X20). */
export async function MergedPeople({ slug, merges, zone }: MergedPeopleProps) {
  if (merges.length === 0) return null;
  const t = await getTranslations("members.merge");
  return (
    <SectionCard id="merges" title={t("list")}>
      <ul className="grid divide-y divide-line">
        {merges.map(({ id, mergedName, mergedAt, undoneAt, undoUntil }) => (
          <li key={id} className="flex flex-wrap items-center gap-3 py-2.5">
            <div className="grid min-w-40 grow basis-0 gap-0.5">
              <p className="break-words font-medium">{t("merged", { name: mergedName })}</p>
              <p className="text-ink2 text-meta">
                <Time at={mergedAt} zone={zone} kind="date" />
                {undoneAt && ` · ${t("undone")}`}
                {undoUntil && (
                  <>
                    {` · ${t("until")} `}
                    <Time at={undoUntil} zone={zone} kind="date" />
                  </>
                )}
              </p>
            </div>
            {undoUntil && (
              <Dialog
                title={t("undoTitle", { name: mergedName })}
                description={t("undoBody")}
                trigger={{ label: t("undo"), variant: "quiet" }}
              >
                <ActionForm
                  action={undoMergeAction.bind(null, slug)}
                  submitLabel={t("undo")}
                  successMessage={t("undone")}
                >
                  <input type="hidden" name="mergeId" value={id} />
                </ActionForm>
              </Dialog>
            )}
          </li>
        ))}
      </ul>
    </SectionCard>
  );
}
