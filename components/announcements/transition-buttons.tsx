"use client";
import { useTranslations } from "next-intl";
import type { ButtonVariant } from "@/components/ui/button-style";
import { Dialog } from "@/components/ui/dialog";
import { ActionForm } from "@/components/ui/form";
import { LinkButton } from "@/components/ui/link-button";
import {
  changeAnnouncementAction,
  deleteAnnouncementAction,
  remindUnreadAction,
  retryDeliveriesAction,
  stopAnnouncementAction,
} from "@/lib/announcements/actions";
import { mayHappen } from "@/lib/announcements/rules";
import type { LiveAnnouncement } from "@/lib/announcements/types";
import { RETRIED } from "@/lib/delivery/rules";

const OFFERED = ["pause", "resume", "unschedule", "cancel", "retract", "approve", "reject"] as const;
type Offered = (typeof OFFERED)[number];
// These cannot be undone: they ask once.
const ASKS: readonly Offered[] = ["cancel", "retract"];

// All others stop or hold something, which a read-only tenant may do too.
const GOES_ON: readonly Offered[] = ["resume", "approve", "reject"];

/** What can be done in this state, by those who may. */
export function TransitionButtons({ slug, live }: { slug: string; live: LiveAnnouncement }) {
  const t = useTranslations("announcements.actions");
  const path = `/t/${slug}/announcements/${live.id}`;
  const offered = OFFERED.filter(
    (transition) => mayHappen(transition, live.status) && live.statusReason !== "retracted",
  );
  const isEditable = mayHappen("edit", live.status) || mayHappen("schedule", live.status);
  const retried = mayHappen("retry", live.status)
    ? RETRIED.filter((status) => (live.counts?.[status] ?? 0) > 0)
    : [];
  const unread = (live.counts?.sent ?? 0) + (live.counts?.delivered ?? 0) + (live.counts?.unknown ?? 0);
  const isDone = live.status === "sent" || live.isOnlyByHand;
  const isRemindable = isDone && live.statusReason !== "retracted" && unread > 0;
  if (offered.length + retried.length === 0 && !isEditable) return null;
  return (
    <div className="flex flex-wrap gap-3">
      {mayHappen("edit", live.status) && (
        <LinkButton href={`${path}/edit`} variant="primary">
          {t("edit")}
        </LinkButton>
      )}
      {offered.map((transition) =>
        ASKS.includes(transition) ? (
          <Dialog
            key={transition}
            title={t(`ask.${transition as "cancel" | "retract"}`)}
            trigger={{ label: t(transition), variant: "danger-quiet" }}
          >
            <TransitionForm slug={slug} id={live.id} transition={transition} variant="danger" />
          </Dialog>
        ) : (
          <TransitionForm
            key={transition}
            slug={slug}
            id={live.id}
            transition={transition}
            variant="secondary"
          />
        ),
      )}
      {retried.map((status) => (
        <Dialog
          key={status}
          title={t(`ask.${status}`)}
          trigger={{ label: t(`retry.${status}`), variant: "secondary" }}
        >
          <ActionForm action={retryDeliveriesAction.bind(null, slug)} submitLabel={t(`retry.${status}`)}>
            <input type="hidden" name="id" value={live.id} />
            <input type="hidden" name="status" value={status} />
          </ActionForm>
        </Dialog>
      ))}
      {isRemindable && (
        <ActionForm
          action={remindUnreadAction.bind(null, slug)}
          submitLabel={t("remind")}
          submitVariant="secondary"
        >
          <input type="hidden" name="id" value={live.id} />
        </ActionForm>
      )}
      {live.status === "draft" && (
        <ActionForm
          action={deleteAnnouncementAction.bind(null, slug)}
          submitLabel={t("delete")}
          submitVariant="danger-quiet"
        >
          <input type="hidden" name="id" value={live.id} />
        </ActionForm>
      )}
    </div>
  );
}

type TransitionFormProps = { slug: string; id: string; transition: Offered; variant: ButtonVariant };

function TransitionForm({ slug, id, transition, variant }: TransitionFormProps) {
  const t = useTranslations("announcements.actions");
  const goesOn = GOES_ON.includes(transition);
  return (
    <ActionForm
      action={(goesOn ? changeAnnouncementAction : stopAnnouncementAction).bind(null, slug)}
      submitLabel={t(transition)}
      submitVariant={variant}
    >
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="transition" value={transition} />
    </ActionForm>
  );
}
