import { getTranslations } from "next-intl/server";
import { Avatar } from "@/components/ui/avatar";
import { SectionCard } from "@/components/ui/card";
import { ActionForm } from "@/components/ui/form";
import { Pagination } from "@/components/ui/pagination";
import { SubmitButton } from "@/components/ui/submit-button";
import type { JoinRequest } from "@/lib/invites/types";
import type { FormState } from "@/lib/platform/actions/form-state";
import type { Page } from "@/lib/platform/http/cursor";

type JoinRequestsProps = {
  /** Deciding as the team or as an admin in the portal. */
  action: (previous: FormState, form: FormData) => Promise<FormState>;
  page: Page<JoinRequest>;
  communityName: string;
  here: string;
};

/** Who waits at the door: accept or refuse, one press each. */
export async function JoinRequests({ action, page, communityName, here }: JoinRequestsProps) {
  const t = await getTranslations("invites.requests");
  return (
    <SectionCard id="requests" title={t("title")}>
      {page.data.length === 0 && <p className="text-ink2">{t("empty")}</p>}
      <ul className="grid divide-y divide-line">
        {page.data.map((request) => (
          <li key={request.id} className="flex flex-wrap items-center gap-3 py-3 first:pt-0 last:pb-0">
            <Avatar name={request.name} size="sm" />
            <p className="min-w-40 grow basis-0">
              <span className="block break-words font-semibold">{request.name}</span>
              <span className="break-words text-ink2 text-meta">
                {t("wants", { place: request.groupName ?? communityName })}
              </span>
            </p>
            <ActionForm action={action} className="gap-2">
              <input type="hidden" name="requestId" value={request.id} />
              <fieldset
                aria-label={t("actionsFor", { name: request.name })}
                className="flex gap-2 max-sm:[&_button]:min-h-11"
              >
                <SubmitButton name="approve" value="yes" variant="primary" size="sm">
                  {t("approve")}
                </SubmitButton>
                <SubmitButton name="approve" value="no" variant="quiet" size="sm">
                  {t("refuse")}
                </SubmitButton>
              </fieldset>
            </ActionForm>
          </li>
        ))}
      </ul>
      <Pagination nextHref={page.nextCursor ? `${here}?cursor=${page.nextCursor}` : undefined} />
    </SectionCard>
  );
}
