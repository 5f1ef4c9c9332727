import { getFormatter, getTranslations } from "next-intl/server";
import { FormattedText } from "@/components/announcements/formatted-text";
import { MediaView } from "@/components/media/media-view";
import { Card } from "@/components/ui/card";
import { ActionForm } from "@/components/ui/form";
import { SelectField, TextareaField } from "@/components/ui/form-fields";
import { Time } from "@/components/ui/time";
import type { ReportView, RoomRules, SilenceView } from "@/lib/conversations/types";
import type { RoomAction } from "./room-context";

const PAUSES = ["60", "1440", "10080"] as const;
const PACES = ["0", "10", "60", "600", "3600"] as const;

type RoomCareProps = {
  slug: string;
  groupId: string;
  reports: readonly ReportView[];
  silences: readonly SilenceView[];
  rules: RoomRules;
  zone: string;
  actions: {
    decide: RoomAction;
    silence: RoomAction;
    endSilence: RoomAction;
    slowMode: RoomAction;
    refuseWords: RoomAction;
  };
};

/** What waits for those who look after a room: reports, who is paused, and how fast it goes (C4). */
export async function RoomCare({ slug, groupId, reports, silences, rules, zone, actions }: RoomCareProps) {
  const t = await getTranslations("conversations.care");
  return (
    <div className="grid gap-6">
      <section aria-labelledby="reports" className="grid gap-3">
        <h2 id="reports">{t("reports")}</h2>
        {reports.length === 0 && <p className="text-ink2">{t("noReports")}</p>}
        {reports.map((report) => (
          <Report
            key={report.message.id}
            report={report}
            slug={slug}
            groupId={groupId}
            zone={zone}
            actions={actions}
          />
        ))}
      </section>
      <section aria-labelledby="silences" className="grid gap-3">
        <h2 id="silences">{t("silences")}</h2>
        {silences.length === 0 && <p className="text-ink2">{t("noSilences")}</p>}
        {silences.map((silence) => (
          <Paused
            key={silence.memberId}
            silence={silence}
            groupId={groupId}
            zone={zone}
            action={actions.endSilence}
          />
        ))}
      </section>
      <section aria-labelledby="slow" className="grid gap-3">
        <h2 id="slow">{t("slowMode")}</h2>
        <ActionForm action={actions.slowMode} submitLabel={t("save")} successMessage={t("saved")}>
          <input type="hidden" name="groupId" value={groupId} />
          <SelectField
            name="seconds"
            label={t("slowMode")}
            hint={t("slowHint")}
            defaultValue={String(rules.slowSeconds)}
            options={PACES.map((value) => ({ value, label: t(`seconds.${value}`) }))}
          />
        </ActionForm>
      </section>
      <section aria-labelledby="words" className="grid gap-3">
        <h2 id="words">{t("words")}</h2>
        <ActionForm action={actions.refuseWords} submitLabel={t("save")} successMessage={t("saved")}>
          <input type="hidden" name="groupId" value={groupId} />
          <TextareaField
            name="words"
            label={t("words")}
            hint={t("wordsHint")}
            rows={5}
            defaultValue={rules.refusedWords.join("\n")}
          />
        </ActionForm>
      </section>
    </div>
  );
}

type ReportProps = Pick<RoomCareProps, "slug" | "groupId" | "zone" | "actions"> & { report: ReportView };

async function Report({ report, slug, groupId, zone, actions }: ReportProps) {
  const [t, talk] = await Promise.all([
    getTranslations("conversations.care"),
    getTranslations("conversations"),
  ]);
  const { message, count, reasons } = report;
  const name = message.authorName ?? talk("formerMember", { number: message.formerMember ?? "" });
  return (
    <Card className="grid gap-3">
      <p className="font-semibold">
        {name} · <Time at={new Date(message.createdAt)} zone={zone} />
      </p>
      <MediaView path={`/media/${slug}`} media={message.media} documentLabel={talk("mediaUnnamed")} />
      <div className="break-words">
        {message.removedAt ? talk("removed") : <FormattedText text={message.body} />}
      </div>
      <p className="text-meta text-ink2">{t("count", { count })}</p>
      {reasons.length > 0 && (
        <ul className="grid list-disc gap-1 pl-5 text-meta">
          {[...new Set(reasons)].map((reason) => (
            <li key={reason} className="break-words">
              {reason}
            </li>
          ))}
        </ul>
      )}
      <div className="flex flex-wrap gap-2">
        <Decide id={message.id} remove action={actions.decide} label={t("remove")} />
        <Decide id={message.id} remove={false} action={actions.decide} label={t("keep")} />
      </div>
      {message.authorId && (
        <ActionForm
          action={actions.silence}
          submitLabel={t("pause")}
          className="grid-cols-[minmax(0,1fr)_auto] items-end gap-2"
        >
          <input type="hidden" name="groupId" value={groupId} />
          <input type="hidden" name="memberId" value={message.authorId} />
          <SelectField
            name="minutes"
            label={t("pauseFor")}
            options={PAUSES.map((value) => ({ value, label: t(`minutes.${value}`) }))}
          />
        </ActionForm>
      )}
    </Card>
  );
}

type DecideProps = { id: string; remove: boolean; action: RoomAction; label: string };

function Decide({ id, remove, action, label }: DecideProps) {
  return (
    <ActionForm action={action} submitLabel={label} submitVariant={remove ? "danger" : "secondary"}>
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="remove" value={String(remove)} />
    </ActionForm>
  );
}

type PausedProps = { silence: SilenceView; groupId: string; zone: string; action: RoomAction };

async function Paused({ silence, groupId, zone, action }: PausedProps) {
  const [t, format] = await Promise.all([getTranslations("conversations.care"), getFormatter()]);
  const when = format.dateTime(new Date(silence.until), {
    timeZone: zone,
    dateStyle: "short",
    timeStyle: "short",
  });
  return (
    <div className="flex flex-wrap items-center justify-between gap-2">
      <p className="min-w-0 break-words">
        <span className="font-semibold">{silence.name}</span> {t("until", { when })}
      </p>
      <ActionForm action={action} submitLabel={t("endSilence")} submitVariant="secondary">
        <input type="hidden" name="groupId" value={groupId} />
        <input type="hidden" name="memberId" value={silence.memberId} />
      </ActionForm>
    </div>
  );
}
