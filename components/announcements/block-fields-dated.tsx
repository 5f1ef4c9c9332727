"use client";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { TextareaField, TextField } from "@/components/ui/form-fields";
import type { BlockFieldsProps } from "./block-fields";

const number = { type: "number", inputMode: "numeric", min: 1 } as const;

/** An event with its time on the clock of the announcement's zone, and whether those who go are reminded. */
export function EventFields({ values }: BlockFieldsProps) {
  const t = useTranslations("announcements.compose.blocks");
  return (
    <>
      <TextField name="block.title" label={t("title")} defaultValue={values.title} />
      <div className="grid items-end gap-4 sm:grid-cols-2">
        <TextField
          name="block.startsAt"
          type="datetime-local"
          label={t("startsAt")}
          defaultValue={values.startsAt}
        />
        <TextField
          name="block.endsAt"
          type="datetime-local"
          label={t("endsAt")}
          optional
          defaultValue={values.endsAt}
        />
      </div>
      <TextField name="block.place" label={t("place")} optional defaultValue={values.place} />
      <div className="grid items-end gap-4 sm:grid-cols-2">
        <TextField
          name="block.seats"
          label={t("seats")}
          hint={t("seatsHint")}
          optional
          defaultValue={values.seats}
          {...number}
        />
        <TextField
          name="block.remindHours"
          label={t("remindHours")}
          optional
          defaultValue={values.title === undefined ? "24" : (values.remindHours ?? "")}
          {...number}
        />
      </div>
    </>
  );
}

/** A prize, how many win, and until when people enter. */
export function GiveawayFields({ values }: BlockFieldsProps) {
  const t = useTranslations("announcements.compose.blocks");
  return (
    <>
      <TextField name="block.prize" label={t("prize")} defaultValue={values.prize} />
      <TextField name="block.winners" label={t("winners")} defaultValue={values.winners ?? "1"} {...number} />
      <TextareaField name="block.rules" label={t("rules")} optional rows={3} defaultValue={values.rules} />
      <ClosingFields values={values} label={t("entriesUntil")} />
    </>
  );
}

type ClosingFieldsProps = BlockFieldsProps & { label: ReactNode; hint?: ReactNode };

/** Until when answers count: a time, or hours after the sending. */
export function ClosingFields({ values, label, hint }: ClosingFieldsProps) {
  const t = useTranslations("announcements.compose.blocks");
  return (
    <div className="grid items-end gap-4 sm:grid-cols-2">
      <TextField
        name="block.closesAt"
        type="datetime-local"
        label={label}
        hint={hint}
        optional
        defaultValue={values.closesAt}
      />
      <TextField
        name="block.closesAfterHours"
        label={t("closesAfterHours")}
        optional
        defaultValue={values.closesAfterHours}
        {...number}
      />
    </div>
  );
}
