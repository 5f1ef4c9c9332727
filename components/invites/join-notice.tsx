import { getTranslations } from "next-intl/server";
import { Alert } from "@/components/ui/alert";
import { buttonStyle } from "@/components/ui/button-style";
import type { Invitation } from "@/lib/invites/types";

export type JoinNoticeKind =
  | Exclude<Invitation["state"], "open">
  | "already"
  | "joined"
  | "pending"
  | "waiting";

type JoinNoticeProps = {
  kind: JoinNoticeKind;
  /** The place in the queue, as the address of the page has it. */
  place: number;
  invitation: Invitation;
};

/** Why there is no form: it is done, it waits, or the link no longer opens. */
export async function JoinNotice({ kind, place, invitation }: JoinNoticeProps) {
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
    case "waiting":
      return (
        <Alert tone="info" title={t("waiting", { place })}>
          {t("waitingBody")}
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
