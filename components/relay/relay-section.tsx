import { getTranslations } from "next-intl/server";
import { Badge } from "@/components/ui/badge";
import { Bar } from "@/components/ui/bar";
import { SectionCard } from "@/components/ui/card";
import type { Poster, RelayCoverage } from "@/lib/relay/types";
import type { TaskActions } from "./task-actions";
import { TaskCard } from "./task-card";

type RelaySectionProps = {
  coverage: RelayCoverage;
  posters: ReadonlyMap<string, readonly Poster[]>;
  actions: TaskActions;
  /** Whether the reader may post: else they only see how it goes. */
  mayPost: boolean;
  zone: string;
  mediaPath: string;
};

/** How far the posting by hand has come, what is late first; drawn anew whenever the live view hears of a tick (A14, A21). */
export async function RelaySection({
  coverage,
  posters,
  actions,
  mayPost,
  zone,
  mediaPath,
}: RelaySectionProps) {
  const t = await getTranslations("relay.coverage");
  const { groups, posted, late, people, reached, tasks } = coverage;
  return (
    <SectionCard id="relay" title={t("title")} description={t("note")}>
      <div className="grid gap-1.5 pb-4">
        <p className="flex flex-wrap items-center gap-3">
          <span className="font-semibold">{t("groups", { posted, groups })}</span>
          {late > 0 && <Badge tone="warning">{t("late", { count: late })}</Badge>}
        </p>
        <Bar share={posted / Math.max(1, groups)} />
        <p className="text-ink2 text-meta">{t("people", { reached, people })}</p>
      </div>
      <ul className="grid gap-3 lg:grid-cols-2">
        {tasks.map((task) => (
          <li key={task.id}>
            <TaskCard
              task={task}
              posters={posters.get(task.id) ?? []}
              actions={mayPost ? actions : null}
              zone={zone}
              mediaPath={mediaPath}
            />
          </li>
        ))}
      </ul>
    </SectionCard>
  );
}
