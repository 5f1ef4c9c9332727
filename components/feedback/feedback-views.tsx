import { getTranslations } from "next-intl/server";
import { TabNav } from "@/components/ui/tab-nav";

const VIEWS = ["list", "board", "scores"] as const;
const paths = { list: "", board: "/board", scores: "/scores" } as const;

/** The same items as a list, as a board, and as what they say in numbers. */
export async function FeedbackViews({ slug, current }: { slug: string; current: (typeof VIEWS)[number] }) {
  const t = await getTranslations("feedback.views");
  return (
    <div className="mb-5">
      <TabNav
        label={t("label")}
        tabs={VIEWS.map((view) => ({
          href: `/t/${slug}/feedback${paths[view]}`,
          label: t(view),
          current: view === current,
        }))}
      />
    </div>
  );
}
