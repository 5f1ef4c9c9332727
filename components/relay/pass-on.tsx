import { getTranslations } from "next-intl/server";
import { Dialog } from "@/components/ui/dialog";
import { ActionForm } from "@/components/ui/form";
import { SelectField } from "@/components/ui/form-fields";
import { SubmitButton } from "@/components/ui/submit-button";
import { Time } from "@/components/ui/time";
import type { Poster, RelayTask } from "@/lib/relay/types";
import type { TaskActions } from "./task-actions";

type PassOnProps = { task: RelayTask; posters: readonly Poster[]; actions: TaskActions; zone: string };

/** Whose a task is; who else could have it; and one reminder a day for them. */
export async function PassOn({ task, posters, actions, zone }: PassOnProps) {
  const t = await getTranslations("relay");
  const { id, groupName, assignee, isMine, remindedAt } = task;
  const others = posters.filter(({ memberId }) => memberId !== assignee?.memberId);
  const holder = assignee ? t("with", { name: assignee.name }) : t("nobody");
  return (
    <div className="grid gap-2 border-line border-t pt-3">
      <p className="break-words text-meta">{isMine ? t("withYou") : holder}</p>
      {remindedAt && (
        <p className="text-ink2 text-meta">
          {t.rich("remindedAtRich", { at: () => <Time at={remindedAt} zone={zone} kind="dateTime" /> })}
        </p>
      )}
      <div className="flex flex-wrap gap-2 [&_button]:min-h-11">
        {others.length > 0 && (
          <Dialog
            title={t("passTitle", { group: groupName })}
            description={t("passBody")}
            trigger={{ label: t("pass"), variant: "quiet" }}
          >
            <ActionForm action={actions.assign} submitLabel={t("pass")} successMessage={t("passed")}>
              <input type="hidden" name="taskId" value={id} />
              <SelectField
                name="memberId"
                label={t("passTo")}
                options={others.map(({ memberId, name }) => ({ value: memberId, label: name }))}
              />
            </ActionForm>
          </Dialog>
        )}
        {assignee && !isMine && (
          <ActionForm action={actions.remind} successMessage={t("reminded")}>
            <input type="hidden" name="taskId" value={id} />
            <SubmitButton variant="quiet">{t("remind")}</SubmitButton>
          </ActionForm>
        )}
      </div>
    </div>
  );
}
