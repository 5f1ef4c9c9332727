import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import { TabNav } from "@/components/ui/tab-nav";
import { FEEDBACK_KINDS, FEEDBACK_STATUSES } from "@/lib/feedback/rules";
import type { FeedbackKind, FeedbackStatus } from "@/lib/feedback/types";

export type FeedbackChoice = {
  status?: FeedbackStatus | undefined;
  kind?: FeedbackKind | undefined;
  community?: string | undefined;
};

type FeedbackFiltersProps = {
  /** The address of the list, without its query. */
  base: string;
  chosen: FeedbackChoice;
  communities: readonly { id: string; name: string }[];
};

/** The list's address with these choices. */
export function feedbackHref(base: string, chosen: FeedbackChoice & { cursor?: string }): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(chosen)) if (value) query.set(name, value);
  return query.size > 0 ? `${base}?${query}` : base;
}

/** Filters that live in the address: they can be shared, Back works, no script is needed. */
export async function FeedbackFilters({ base, chosen, communities }: FeedbackFiltersProps) {
  const t = await getTranslations("feedback");
  const tab = (status: FeedbackStatus | undefined, label: string) => ({
    href: feedbackHref(base, { ...chosen, status }),
    label,
    current: chosen.status === status,
  });
  return (
    <div className="mb-5 grid gap-4">
      <TabNav
        label={t("list.byStatus")}
        tabs={[
          tab(undefined, t("list.all")),
          ...FEEDBACK_STATUSES.map((status) => tab(status, t(`statuses.${status}`))),
        ]}
      />
      <BoardFilters base={base} chosen={chosen} communities={communities} />
    </div>
  );
}

/** By kind and community alone: the board has the states beside each other. */
export async function BoardFilters({ base, chosen, communities }: FeedbackFiltersProps) {
  const t = await getTranslations("feedback");
  return (
    <form
      method="get"
      action={base}
      aria-label={t("list.filters")}
      className="flex flex-wrap items-center gap-2.5"
    >
      {chosen.status && <input type="hidden" name="status" value={chosen.status} />}
      <div className="min-w-44 max-sm:grow">
        <Select
          name="kind"
          aria-label={t("list.kind")}
          defaultValue={chosen.kind ?? ""}
          placeholder={t("list.anyKind")}
          options={FEEDBACK_KINDS.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))}
        />
      </div>
      {communities.length > 1 && (
        <div className="min-w-44 max-w-72 max-sm:grow">
          <Select
            name="community"
            aria-label={t("list.community")}
            defaultValue={chosen.community ?? ""}
            placeholder={t("list.anyCommunity")}
            options={communities.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </div>
      )}
      <Button type="submit">{t("list.apply")}</Button>
      {(chosen.kind || chosen.community) && (
        <Link href={feedbackHref(base, { status: chosen.status })} className="link text-control">
          {t("list.clear")}
        </Link>
      )}
    </form>
  );
}
