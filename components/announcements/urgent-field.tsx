"use client";
import { useTranslations } from "next-intl";
import { TextField } from "@/components/ui/form-fields";
import type { Rehearsal } from "@/lib/delivery/types";

type UrgentFieldProps = { reach: Rehearsal | undefined; typed: string; defaultValue: string };

/** Where somebody had enough this week an emergency may pass, if it says why (A18). */
export function UrgentField({ reach, typed, defaultValue }: UrgentFieldProps) {
  const t = useTranslations("announcements.compose");
  const hasTired = reach?.buckets.some(({ reason }) => reason === "fatigue") ?? false;
  if (!hasTired && typed === "") return null;
  return (
    <TextField
      name="urgentReason"
      label={t("urgent")}
      hint={t("urgentHint")}
      defaultValue={defaultValue}
      optional
    />
  );
}
