import { getTranslations } from "next-intl/server";
import { SectionCard } from "@/components/ui/card";
import { Time } from "@/components/ui/time";
import { DAYS_TO_ANSWER } from "@/lib/privacy/request-rules";
import type { PrivacyRequest } from "@/lib/privacy/types";

type RequestWordsProps = { slug: string; request: PrivacyRequest; zone: string };

/** What was asked, when and how, and how it ended. */
export async function RequestWords({ slug, request, zone }: RequestWordsProps) {
  const [t, words] = await Promise.all([
    getTranslations("privacy.handle"),
    getTranslations("privacy.requests"),
  ]);
  const { memberId, name, kind, details, answer, refusalReason, closedAt, status } = request;
  return (
    <SectionCard
      id="asked"
      title={t("asked")}
      actions={
        name !== null && (
          <a className="link" href={`/t/${slug}/members/${memberId}`}>
            {t("card")}
          </a>
        )
      }
    >
      <div className="grid gap-3">
        <p className="whitespace-pre-wrap break-words">{details || t("noWords")}</p>
        <p className="text-ink2 text-meta">
          {words(`ways.${request.receivedBy}`)} ·{" "}
          {words.rich("receivedOn", { date: () => <Time at={request.receivedAt} zone={zone} kind="date" /> })}
          {closedAt === null && (
            <>
              {" · "}
              {words.rich("dueBy", { date: () => <Time at={request.dueAt} zone={zone} kind="date" /> })}
            </>
          )}
        </p>
        {closedAt === null && kind === "access" && (
          <p className="text-ink2 text-meta">{t("confirmNow", { days: DAYS_TO_ANSWER })}</p>
        )}
        {closedAt !== null && (
          <div className="grid gap-1 border-line border-t pt-3">
            <h3 className="font-sans font-semibold text-control">{t("end")}</h3>
            <p>
              {words(`statuses.${status}`)} ·{" "}
              {words.rich("closedOn", { date: () => <Time at={closedAt} zone={zone} /> })}
            </p>
            {refusalReason && <p>{words(`reasons.${refusalReason}`)}</p>}
            {answer && <p className="whitespace-pre-wrap break-words">{answer}</p>}
          </div>
        )}
      </div>
    </SectionCard>
  );
}
