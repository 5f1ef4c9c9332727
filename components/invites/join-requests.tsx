import { getTranslations } from "next-intl/server";
import { Avatar } from "@/components/ui/avatar";
import { SectionCard } from "@/components/ui/card";
import { ActionForm } from "@/components/ui/form";
import { SubmitButton } from "@/components/ui/submit-button";
import { decideJoinRequestAction } from "@/lib/invites/actions/manage";
import type { JoinRequest } from "@/lib/invites/types";

type JoinRequestsProps = { slug: string; requests: readonly JoinRequest[]; communityName: string };

/** Who waits at the door: accept or refuse, one press each. */
export async function JoinRequests({ slug, requests, communityName }: JoinRequestsProps) {
  const t = await getTranslations("invites.requests");
  return (
    <SectionCard id="requests" title={t("title")}>
      <ul className="grid divide-y divide-line">
        {requests.map((request) => (
          <li key={request.id} className="flex flex-wrap items-center gap-3 py-3 first:pt-0 last:pb-0">
            <Avatar name={request.name} size="sm" />
            <p className="min-w-40 grow">
              <span className="block break-words font-semibold">{request.name}</span>
              <span className="text-ink2 text-meta">
                {t("wants", { place: request.groupName ?? communityName })}
              </span>
            </p>
            <ActionForm action={decideJoinRequestAction.bind(null, slug)} className="gap-2">
              <input type="hidden" name="requestId" value={request.id} />
              <fieldset aria-label={t("actionsFor", { name: request.name })} className="flex gap-2">
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
    </SectionCard>
  );
}
