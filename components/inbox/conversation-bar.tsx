import { getTranslations } from "next-intl/server";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { ActionForm } from "@/components/ui/form";
import { CheckboxField } from "@/components/ui/form-choices";
import { SelectField, TextareaField, TextField } from "@/components/ui/form-fields";
import { FEEDBACK_KINDS } from "@/lib/feedback/rules";
import {
  endTaskAction,
  makeFeedbackAction,
  setLabelsAction,
  setTaskAction,
  snoozeConversationAction,
} from "@/lib/inbox/actions";
import { snoozeChoices } from "@/lib/inbox/snooze-rules";
import type { Assignee, Conversation, Label } from "@/lib/inbox/types";
import { AssignField } from "./assign-field";
import { CloseButton } from "./close-button";

type ConversationBarProps = {
  slug: string;
  zone: string;
  now: Date;
  conversation: Conversation;
  assignees: readonly Assignee[];
  labels: readonly Label[];
  communities: readonly { id: string; name: string }[];
  viewerId: string;
  /** The last words of the person, from which an item of feedback begins. */
  lastWords: string;
};

/** What may be done with a conversation: each a button with a key of its own. */
export async function ConversationBar(props: ConversationBarProps) {
  const { slug, conversation, assignees } = props;
  return (
    <div className="flex flex-wrap items-center gap-2">
      <AssignField
        slug={slug}
        conversationId={conversation.id}
        assigneeId={conversation.assigneeId}
        assignees={assignees}
      />
      <CloseButton slug={slug} conversationId={conversation.id} isClosed={conversation.status === "closed"} />
      <SnoozeDialog {...props} />
      <LabelsDialog {...props} />
      <TaskDialog {...props} />
      <FeedbackDialog {...props} />
    </div>
  );
}

async function SnoozeDialog({ slug, zone, now, conversation }: ConversationBarProps) {
  const t = await getTranslations("inbox.act");
  const choices = snoozeChoices(now, zone);
  return (
    <span data-key-frame="s">
      <Dialog title={t("snoozeTitle")} description={t("snoozeHint")} trigger={{ label: t("snooze") }}>
        <div className="flex flex-wrap gap-2">
          {choices.map(({ key, localTime }) => (
            <ActionForm
              key={key}
              action={snoozeConversationAction.bind(null, slug)}
              submitLabel={t(`snooze_${key}`)}
              submitVariant="secondary"
              successMessage={t("snoozed")}
            >
              <input type="hidden" name="conversationId" value={conversation.id} />
              <input type="hidden" name="until" value={localTime} />
            </ActionForm>
          ))}
        </div>
        <ActionForm
          action={snoozeConversationAction.bind(null, slug)}
          submitLabel={t("snoozeSubmit")}
          successMessage={t("snoozed")}
        >
          <input type="hidden" name="conversationId" value={conversation.id} />
          <TextField
            name="until"
            type="datetime-local"
            label={t("until")}
            required
            defaultValue={choices[0]?.localTime ?? ""}
          />
        </ActionForm>
      </Dialog>
    </span>
  );
}

async function LabelsDialog({ slug, conversation, labels }: ConversationBarProps) {
  const t = await getTranslations("inbox.act");
  const own = new Set(conversation.labels.map(({ id }) => id));
  return (
    <span data-key-frame="l">
      <Dialog title={t("labels")} trigger={{ label: t("labels") }}>
        {labels.length === 0 ? (
          <p className="text-ink2">{t("noLabels")}</p>
        ) : (
          <ActionForm
            action={setLabelsAction.bind(null, slug)}
            submitLabel={t("labelsSubmit")}
            successMessage={t("labelsSaved")}
          >
            <input type="hidden" name="conversationId" value={conversation.id} />
            {labels.map(({ id, name }) => (
              <CheckboxField
                key={id}
                name="labelIds[]"
                value={id}
                label={name}
                defaultChecked={own.has(id)}
              />
            ))}
          </ActionForm>
        )}
      </Dialog>
    </span>
  );
}

async function TaskDialog({ slug, conversation, assignees, viewerId }: ConversationBarProps) {
  const t = await getTranslations("inbox.act");
  if (conversation.task)
    return (
      <ActionForm action={endTaskAction.bind(null, slug)} actions={<EndTask label={t("taskEnd")} />}>
        <input type="hidden" name="conversationId" value={conversation.id} />
      </ActionForm>
    );
  return (
    <span data-key-frame="t">
      <Dialog title={t("taskTitle")} description={t("taskHint")} trigger={{ label: t("task") }}>
        <ActionForm
          action={setTaskAction.bind(null, slug)}
          submitLabel={t("taskSubmit")}
          successMessage={t("taskMade")}
        >
          <input type="hidden" name="conversationId" value={conversation.id} />
          <TextField name="title" label={t("taskName")} required />
          <TextField name="dueOn" type="date" label={t("taskDue")} required />
          <SelectField
            name="assigneeId"
            label={t("assign")}
            defaultValue={conversation.assigneeId ?? viewerId}
            options={assignees.map(({ staffId, name }) => ({ value: staffId, label: name }))}
          />
        </ActionForm>
      </Dialog>
    </span>
  );
}

function EndTask({ label }: { label: string }) {
  return (
    <Button type="submit" data-key="t">
      {label}
    </Button>
  );
}

const TITLE_LENGTH = 80;

async function FeedbackDialog({ slug, conversation, communities, lastWords }: ConversationBarProps) {
  const [t, kinds] = await Promise.all([getTranslations("inbox.act"), getTranslations("feedback.kinds")]);
  const [first] = communities;
  return (
    <span data-key-frame="f">
      <Dialog title={t("feedbackTitle")} description={t("feedbackHint")} trigger={{ label: t("feedback") }}>
        <ActionForm
          action={makeFeedbackAction.bind(null, slug)}
          submitLabel={t("feedbackSubmit")}
          successMessage={t("feedbackMade")}
        >
          <input type="hidden" name="conversationId" value={conversation.id} />
          <SelectField
            name="kind"
            label={t("feedbackKind")}
            options={FEEDBACK_KINDS.map((kind) => ({ value: kind, label: kinds(kind) }))}
          />
          <TextField
            name="title"
            label={t("feedbackName")}
            required
            defaultValue={(lastWords.split("\n")[0] ?? "").slice(0, TITLE_LENGTH)}
          />
          <TextareaField name="body" label={t("feedbackBody")} defaultValue={lastWords} />
          {communities.length > 0 && (
            <SelectField
              name="communityId"
              label={t("feedbackCommunity")}
              placeholder={t("feedbackNoCommunity")}
              defaultValue={first?.id ?? ""}
              options={communities.map(({ id, name }) => ({ value: id, label: name }))}
            />
          )}
        </ActionForm>
      </Dialog>
    </span>
  );
}
