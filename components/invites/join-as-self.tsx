import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/ui/form";
import { joinAsSelfAction } from "@/lib/invites/actions/join";
import type { Invitation } from "@/lib/invites/types";
import { GroupChoice } from "./group-choice";

/** One press for somebody who is signed in. */
export async function JoinAsSelf({
  token,
  name,
  invitation,
}: {
  token: string;
  name: string;
  invitation: Invitation;
}) {
  const t = await getTranslations("invites.join");
  return (
    <>
      <ActionForm action={joinAsSelfAction.bind(null, token)} submitLabel={t("asYou", { name })}>
        <GroupChoice invitation={invitation} />
      </ActionForm>
      <p className="text-ink2 text-meta">
        <a href="/sair" className="link">
          {t("notYou")}
        </a>
      </p>
    </>
  );
}
