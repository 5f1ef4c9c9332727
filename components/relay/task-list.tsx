import type { Poster, RelayTask } from "@/lib/relay/types";
import type { TaskActions } from "./task-actions";
import { TaskCard } from "./task-card";

type TaskListProps = {
  id: string;
  title: string;
  tasks: readonly RelayTask[];
  /** To whom each can be given, by the id of the task. */
  posters: ReadonlyMap<string, readonly Poster[]>;
  actions: TaskActions;
  zone: string;
  mediaPath: string;
};

export function TaskList({ id, title, tasks, posters, actions, zone, mediaPath }: TaskListProps) {
  if (tasks.length === 0) return null;
  return (
    <section aria-labelledby={id} className="grid gap-3">
      <h2 id={id} className="text-h3">
        {title}
      </h2>
      <ul className="grid gap-3">
        {tasks.map((task) => (
          <li key={task.id}>
            <TaskCard
              task={task}
              posters={posters.get(task.id) ?? []}
              actions={actions}
              zone={zone}
              mediaPath={mediaPath}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
