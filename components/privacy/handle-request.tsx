import { getTranslations } from "next-intl/server";
import { Dialog } from "@/components/ui/dialog";
import { ActionForm } from "@/components/ui/form";
import { SelectField, TextareaField } from "@/components/ui/form-fields";
import { cancelRequestAction, refuseRequestAction, startRequestAction } from "@/lib/privacy/actions";
import { MAX_WORDS } from "@/lib/privacy/schema";
import { type PrivacyRequest, REFUSAL_REASONS } from "@/lib/privacy/types";
import { AnswerRequest } from "./answer-request";
import { EraseRequested } from "./erase-requested";
import { ExecuteRequest } from "./execute-request";

type HandleRequestProps = { slug: string; request: PrivacyRequest; zone: string };

/** What can be done about a request that waits: take it on, do what was asked, answer, refuse, or call it off. */
export async function HandleRequest({ slug, request, zone }: HandleRequestProps) {
  const [t, words] = await Promise.all([
    getTranslations("privacy.handle"),
    getTranslations("privacy.requests"),
  ]);
  const which = <input type="hidden" name="requestId" value={request.id} />;
  return (
    <>
      {request.status === "open" && (
        <ActionForm
          action={startRequestAction.bind(null, slug)}
          submitLabel={t("start")}
          submitVariant="secondary"
          successMessage={t("started")}
          className="gap-0"
        >
          {which}
        </ActionForm>
      )}
      {request.kind === "erasure" ? (
        <EraseRequested slug={slug} request={request} />
      ) : (
        <>
          <ExecuteRequest slug={slug} request={request} zone={zone} />
          <AnswerRequest slug={slug} request={request} />
        </>
      )}
      <div className="flex flex-wrap gap-2.5">
        <Dialog
          title={t("refuseTitle")}
          description={t("refuseBody")}
          trigger={{ label: t("refuse"), variant: "danger-quiet" }}
        >
          <ActionForm
            action={refuseRequestAction.bind(null, slug)}
            submitLabel={t("refuse")}
            submitVariant="danger"
            successMessage={t("refused")}
          >
            {which}
            <SelectField
              name="reason"
              label={t("reason")}
              options={REFUSAL_REASONS.map((value) => ({ value, label: words(`reasons.${value}`) }))}
            />
            <TextareaField name="answer" label={t("explanation")} rows={3} maxLength={MAX_WORDS} optional />
          </ActionForm>
        </Dialog>
        <ActionForm
          action={cancelRequestAction.bind(null, slug)}
          submitLabel={t("cancel")}
          submitVariant="quiet"
          successMessage={t("cancelled")}
          className="gap-0"
        >
          {which}
        </ActionForm>
      </div>
    </>
  );
}
