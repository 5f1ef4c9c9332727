import { CalendarPlus, MapPin } from "lucide-react";
import { getLocale, getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/ui/form";
import { RadioField } from "@/components/ui/form-choices";
import { Icon } from "@/components/ui/icon";
import { answerBlockAction } from "@/lib/blocks/actions";
import { ATTENDANCE } from "@/lib/blocks/rules";
import type { BlockOf } from "@/lib/blocks/schema";
import { formatDateTime } from "@/lib/platform/i18n/format";
import { AnswerBars } from "./answer-bars";
import type { PortalBlockProps } from "./portal-block";

type PortalEventProps = PortalBlockProps & { content: BlockOf<"event"> };

/** An event: when and where by its own clock, whether one goes, and a file for one's calendar. */
export async function PortalEvent({ slug, view, content }: PortalEventProps) {
  const [t, locale] = await Promise.all([getTranslations("blocks.event"), getLocale()]);
  const { block, own, results, isOpen, isFull } = view;
  const { timezone: zone } = content;
  const isOut = isFull && own?.choices[0] !== "yes";
  return (
    <>
      <div className="grid gap-1">
        <h3 className="break-words font-semibold text-reading [overflow-wrap:anywhere]">{content.title}</h3>
        {block.startsAt && <p>{formatDateTime(block.startsAt, { locale, zone }, "long")}</p>}
        {content.place && (
          <p className="flex items-start gap-1.5 break-words text-ink2">
            <Icon of={MapPin} size={20} /> {content.place}
          </p>
        )}
        {content.seats !== null && (
          <p className="text-ink2 text-meta">
            {t("seats", { count: content.seats })}
            {isFull && ` · ${t("full")}`}
          </p>
        )}
        <p>
          <a
            href={`/m/${slug}/blocks/${block.id}/calendar`}
            className="link inline-flex min-h-11 items-center gap-1.5"
          >
            <Icon of={CalendarPlus} size={20} /> {t("calendar")}
          </a>
        </p>
      </div>
      {isOpen && (
        <ActionForm
          action={answerBlockAction.bind(null, slug)}
          submitLabel={t(own ? "change" : "save")}
          submitVariant={own ? "secondary" : "primary"}
          successMessage={t("kept")}
          className="gap-3"
        >
          <input type="hidden" name="blockId" value={block.id} />
          <RadioField
            name="choices[]"
            label={t("ask")}
            options={ATTENDANCE.map((choice) => ({
              value: choice,
              label: t(choice),
              disabled: choice === "yes" && isOut,
            }))}
            {...(own?.choices[0] ? { defaultValue: own.choices[0] } : {})}
          />
        </ActionForm>
      )}
      {results && (
        <AnswerBars {...results} own={own?.choices ?? []} nameOf={(choice) => t(choice as "yes")} />
      )}
    </>
  );
}
