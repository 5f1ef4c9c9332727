"use client";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { ActionForm } from "@/components/ui/form";
import { stopAnnouncementAction } from "@/lib/announcements/actions";

const UNDO_MS = 30_000;

/** "Enviando em 23 s. Desfazer" (A7): only in the seconds before a sending; said to screen readers every ten. */
export function UndoBar({ slug, id, dueAt }: { slug: string; id: string; dueAt: string }) {
  const t = useTranslations("announcements.undo");
  const [leftMs, setLeftMs] = useState<number | null>(null);
  useEffect(() => {
    const look = () => setLeftMs(new Date(dueAt).getTime() - Date.now());
    look();
    const timer = setInterval(look, 250);
    return () => clearInterval(timer);
  }, [dueAt]);
  if (leftMs === null || leftMs > UNDO_MS || leftMs < 0) return null;
  const seconds = Math.ceil(leftMs / 1_000);
  return (
    <div className="flex flex-wrap items-center justify-between gap-3 rounded-card bg-ipe-soft px-4 py-3">
      <p>
        <span aria-hidden="true">{t("sendingIn", { seconds })}</span>
        <span aria-live="polite" className="sr-only">
          {t("sendingIn", { seconds: Math.ceil(seconds / 10) * 10 })}
        </span>
      </p>
      <ActionForm
        action={stopAnnouncementAction.bind(null, slug)}
        submitLabel={t("undo")}
        submitVariant="secondary"
      >
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="transition" value="unschedule" />
      </ActionForm>
    </div>
  );
}
