"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { callAction } from "@/components/ui/call-action";
import { showToast } from "@/components/ui/show-toast";
import { useUiTexts } from "@/components/ui/ui-texts";
import { revealNumberAction } from "@/lib/inbox/actions";

/** The whole number of who wrote, asked for by a press and kept in the audit log (P8). */
export function RevealNumber({ slug, conversationId }: { slug: string; conversationId: string }) {
  const t = useTranslations("inbox.person");
  const texts = useUiTexts();
  const [phones, setPhones] = useState<readonly string[] | null>(null);
  async function ask() {
    const outcome = await callAction(revealNumberAction.bind(null, slug), { conversationId }, texts.offline);
    if (outcome.ok === false) return showToast(outcome.message ?? texts.failed, "error");
    setPhones(outcome.data as string[]);
  }
  if (phones)
    return (
      <p role="status" className="font-semibold tabular-nums">
        {phones.length === 0 ? t("noPhone") : phones.join(" · ")}
      </p>
    );
  return (
    <div className="grid justify-items-start gap-1">
      <Button size="sm" onClick={() => void ask()}>
        {t("reveal")}
      </Button>
      <p className="text-ink2 text-meta">{t("revealHint")}</p>
    </div>
  );
}
