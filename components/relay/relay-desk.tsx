import { getTranslations } from "next-intl/server";
import { EmptyState } from "@/components/ui/empty-state";
import { Pagination } from "@/components/ui/pagination";
import type { Page } from "@/lib/platform/http/cursor";
import type { Poster, RelayTask } from "@/lib/relay/types";
import type { TaskActions } from "./task-actions";
import { TaskList } from "./task-list";

type RelayDeskProps = {
  here: string;
  isFirstPage: boolean;
  todo: Page<RelayTask>;
  done: Page<RelayTask>;
  posters: ReadonlyMap<string, readonly Poster[]>;
  actions: TaskActions;
  zone: string;
  /** Where the media of the tenant are. */
  mediaPath: string;
};

/** What is to be posted by hand, one's own first, then what others have, then what is done (A21). */
export async function RelayDesk({ here, isFirstPage, todo, done, ...shared }: RelayDeskProps) {
  const t = await getTranslations("relay");
  return (
    <>
      {todo.data.length === 0 && <EmptyState title={t("emptyTitle")}>{t("emptyBody")}</EmptyState>}
      <TaskList id="mine" title={t("mine")} tasks={todo.data.filter(({ isMine }) => isMine)} {...shared} />
      <TaskList
        id="others"
        title={t("others")}
        tasks={todo.data.filter(({ isMine }) => !isMine)}
        {...shared}
      />
      <Pagination
        nextHref={todo.nextCursor ? `${here}?cursor=${todo.nextCursor}` : undefined}
        firstHref={isFirstPage ? undefined : here}
      />
      <TaskList id="done" title={t("doneTitle")} tasks={done.data} {...shared} />
    </>
  );
}
