import { getTranslations } from "next-intl/server";
import { SectionCard } from "@/components/ui/card";
import { Dialog } from "@/components/ui/dialog";
import { ActionForm } from "@/components/ui/form";
import { SelectField, TextareaField } from "@/components/ui/form-fields";
import { Time } from "@/components/ui/time";
import { askAboutOwnDataAction, cancelOwnRequestAction } from "@/lib/privacy/actions";
import { DAYS_TO_ANSWER } from "@/lib/privacy/request-rules";
import { MAX_WORDS } from "@/lib/privacy/schema";
import { type PrivacyRequest, REQUEST_KINDS } from "@/lib/privacy/types";
import { DaysBadge, RequestBadge } from "./request-badge";

type MyRequestsProps = {
  slug: string;
  tenantName: string;
  requests: readonly PrivacyRequest[];
  zone: string;
};

/** What one has asked about one's data and how it stands, and asking for more (P16). */
export async function MyRequests({ slug, tenantName, requests, zone }: MyRequestsProps) {
  const [t, words] = await Promise.all([
    getTranslations("privacy.mine"),
    getTranslations("privacy.requests"),
  ]);
  const kinds = REQUEST_KINDS.filter((kind) => kind !== "erasure");
  const law = { tenant: tenantName, days: DAYS_TO_ANSWER };
  return (
    <SectionCard id="requests" title={t("requests")} description={t("requestsHint", law)}>
      <div className="grid gap-5">
        {requests.length === 0 && <p className="text-ink2">{t("noRequests")}</p>}
        <ul className="grid gap-4">
          {requests.map((request) => (
            <Request key={request.id} slug={slug} request={request} zone={zone} />
          ))}
        </ul>
        <details>
          <summary className="flex min-h-11 w-fit cursor-pointer items-center font-medium text-porta">
            {t("ask")}
          </summary>
          <ActionForm
            action={askAboutOwnDataAction.bind(null, slug)}
            submitLabel={t("askSubmit")}
            submitVariant="secondary"
            successMessage={t("asked")}
            resetOnSuccess
            className="pt-3"
          >
            <SelectField
              name="kind"
              label={t("askKind")}
              options={kinds.map((value) => ({ value, label: words(`kinds.${value}`) }))}
            />
            <TextareaField name="details" label={t("askDetails")} rows={3} maxLength={MAX_WORDS} optional />
          </ActionForm>
        </details>
        {!requests.some(({ kind, closedAt }) => kind === "erasure" && closedAt === null) && (
          <div>
            <Dialog
              title={t("eraseTitle")}
              description={t("eraseBody", law)}
              trigger={{ label: t("erase"), variant: "danger-quiet", size: "lg" }}
            >
              <ActionForm
                action={askAboutOwnDataAction.bind(null, slug)}
                submitLabel={t("eraseSubmit")}
                submitVariant="danger"
                successMessage={t("erasing")}
              >
                <input type="hidden" name="kind" value="erasure" />
              </ActionForm>
            </Dialog>
          </div>
        )}
      </div>
    </SectionCard>
  );
}

type RequestProps = { slug: string; request: PrivacyRequest; zone: string };

async function Request({ slug, request, zone }: RequestProps) {
  const [t, words] = await Promise.all([
    getTranslations("privacy.mine"),
    getTranslations("privacy.requests"),
  ]);
  const { id, kind, status, details, answer, refusalReason, receivedAt, dueAt, closedAt } = request;
  return (
    <li className="grid gap-2 rounded-control border border-line p-3.5">
      <p className="flex flex-wrap items-center gap-2">
        <span className="font-semibold">{words(`kinds.${kind}`)}</span>
        <RequestBadge status={status} />
        <DaysBadge request={request} />
      </p>
      <p className="text-ink2 text-meta">
        {words.rich("receivedOn", { date: () => <Time at={receivedAt} zone={zone} kind="date" /> })}
        {" · "}
        {closedAt
          ? words.rich("closedOn", { date: () => <Time at={closedAt} zone={zone} kind="date" /> })
          : words.rich("dueBy", { date: () => <Time at={dueAt} zone={zone} kind="date" /> })}
      </p>
      {details && <p className="whitespace-pre-wrap break-words">{details}</p>}
      {refusalReason && <p className="break-words">{words(`reasons.${refusalReason}`)}</p>}
      {answer && (
        <p className="whitespace-pre-wrap break-words">
          <span className="font-semibold">{t("answered")}: </span>
          {answer}
        </p>
      )}
      {closedAt === null && (
        <ActionForm
          action={cancelOwnRequestAction.bind(null, slug)}
          submitLabel={t("cancel")}
          submitVariant="secondary"
          successMessage={t("cancelled")}
          className="gap-0 [&_button]:min-h-11"
        >
          <input type="hidden" name="requestId" value={id} />
        </ActionForm>
      )}
    </li>
  );
}
