"use client";
import { useTranslations } from "next-intl";

/** That it goes only to those who asked for something, or support it (F3), in words and for the form; empty: no such bound. */
export function AskedNote({ feedbackId }: { feedbackId: string }) {
  const t = useTranslations("announcements.compose");
  if (feedbackId === "") return null;
  return (
    <>
      <p className="text-meta">{t("asked")}</p>
      <input type="hidden" name="askedFeedbackId" value={feedbackId} />
    </>
  );
}
