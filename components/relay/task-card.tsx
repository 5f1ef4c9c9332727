import { getTranslations } from "next-intl/server";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { ActionForm } from "@/components/ui/form";
import { SubmitButton } from "@/components/ui/submit-button";
import { Time } from "@/components/ui/time";
import { shareUrl } from "@/lib/relay/rules";
import type { Poster, RelayTask } from "@/lib/relay/types";
import { PassOn } from "./pass-on";
import { ShareWords } from "./share-words";
import { STATE_TONES } from "./state-tones";
import type { TaskActions } from "./task-actions";
import { TaskMedia } from "./task-media";

type TaskCardProps = {
  task: RelayTask;
  posters: readonly Poster[];
  actions: TaskActions | null;
  zone: string;
  /** Where what it shows is fetched, without the id. */
  mediaPath: string;
};

/** One thing to post in one group: the text, the ways out of the page, the tick, and whose it is (A21). */
export async function TaskCard({ task, posters, actions, zone, mediaPath }: TaskCardProps) {
  const t = await getTranslations("relay");
  const { id, groupName, communityName, people, state, words } = task;
  const isTodo = actions !== null && (state === "open" || state === "late");
  return (
    <Card className="grid gap-3">
      <article aria-labelledby={`task-${id}`} className="grid gap-3">
        <div className="flex flex-wrap items-start justify-between gap-2">
          <div className="grid min-w-0">
            <h3 id={`task-${id}`} className="break-words font-semibold text-lead">
              {groupName}
            </h3>
            <p className="break-words text-ink2 text-meta">
              {communityName} · {t("people", { count: people })}
            </p>
          </div>
          <Badge tone={STATE_TONES[state]}>{t(`states.${state}`)}</Badge>
        </div>
        <TaskTime task={task} zone={zone} />
        {task.isOutdated && <p className="text-meta">{t("outdated")}</p>}
        {state === "withdrawn" && <p className="text-meta">{t("withdrawn")}</p>}
        <blockquote
          aria-label={t("words", { group: groupName })}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a long text scrolls, also by the keyboard.
          tabIndex={0}
          className="max-h-60 overflow-y-auto whitespace-pre-wrap break-words rounded-card bg-sunken px-4 py-3"
        >
          {words}
        </blockquote>
        <TaskMedia
          path={mediaPath}
          media={task.media}
          label={(number) => t("download", { number, count: task.media.length })}
        />
        {isTodo && (
          <ShareWords
            words={words}
            whatsappUrl={shareUrl(words)}
            labels={{ copy: t("copy"), share: t("share"), whatsapp: t("whatsapp") }}
          />
        )}
        {isTodo && (
          <TaskForm
            id={id}
            action={actions.post}
            done={t("ticked")}
            label={t("tick")}
            group={groupName}
            isMain
          />
        )}
        {actions && task.undoUntil && (
          <TaskForm id={id} action={actions.unpost} done={t("undone")} label={t("undo")} group={groupName} />
        )}
        {isTodo && <PassOn task={task} posters={posters} actions={actions} zone={zone} />}
      </article>
    </Card>
  );
}

async function TaskTime({ task, zone }: { task: RelayTask; zone: string }) {
  const t = await getTranslations("relay");
  const { state } = task;
  if (state === "closed" || state === "held") return null;
  const [key, at] = timeOf(task);
  return (
    <p className="text-ink2 text-meta">
      {t.rich(`${key}Rich`, { at: () => <Time at={at} zone={zone} kind="dateTime" /> })}
    </p>
  );
}

function timeOf({ state, postedAt, opensAt, dueAt }: RelayTask) {
  if (postedAt) return ["postedAt", postedAt] as const;
  return state === "waiting" ? (["opens", opensAt] as const) : (["due", dueAt] as const);
}

type TaskFormProps = {
  id: string;
  action: TaskActions["post"];
  label: string;
  done: string;
  group: string;
  isMain?: boolean;
};

/** A button with the whole width of a thumb; its group is named for who does not see the card. */
function TaskForm({ id, action, label, done, group, isMain = false }: TaskFormProps) {
  return (
    <ActionForm action={action} successMessage={done}>
      <input type="hidden" name="taskId" value={id} />
      <fieldset aria-label={`${label}: ${group}`} className="grid">
        <SubmitButton
          variant={isMain ? "primary" : "secondary"}
          size="lg"
          className="min-h-12 w-full justify-center"
        >
          {label}
        </SubmitButton>
      </fieldset>
    </ActionForm>
  );
}
