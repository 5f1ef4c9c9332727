import { getTranslations } from "next-intl/server";
import { Alert } from "@/components/ui/alert";
import { buttonStyle } from "@/components/ui/button-style";
import type { Invitation } from "@/lib/invites/types";

export type JoinNoticeKind = Exclude<Invitation["state"], "open"> | "already" | "joined" | "pending";

/** Why there is no form: it is done, it waits, or the link no longer opens. */
export async function JoinNotice({ kind, invitation }: { kind: JoinNoticeKind; invitation: Invitation }) {
  const t = await getTranslations("invites.join");
  const portal = (
    <a href={`/m/${invitation.tenant.slug}`} className={buttonStyle("primary", "lg")}>
      {t("portal")}
    </a>
  );
  switch (kind) {
    case "already":
      return (
        <>
          <Alert tone="success" title={t("already")}>
            {t("alreadyBody")}
          </Alert>
          {portal}
        </>
      );
    case "joined":
      return (
        <>
          <Alert tone="success" title={t("done", { name: invitation.community.name })}>
            {t("doneBody")}
          </Alert>
          {portal}
        </>
      );
    case "pending":
      return (
        <Alert tone="info" title={t("pending")}>
          {t("pendingBody")}
        </Alert>
      );
    case "full":
      return (
        <Alert tone="warning" title={t("full")}>
          {t("fullBody")}
        </Alert>
      );
    default:
      return (
        <Alert tone="danger" title={t(kind)}>
          {t("askAgain")}
        </Alert>
      );
  }
}
