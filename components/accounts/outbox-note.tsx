import { getTranslations } from "next-intl/server";
import { Alert } from "@/components/ui/alert";

/** Where mails are while no SMTP server is set. */
export async function OutboxNote() {
  const t = await getTranslations("accounts.sent");
  return (
    <Alert>
      {t("outbox")}{" "}
      <a href="/dev/outbox" className="link">
        {t("outboxLink")}
      </a>
    </Alert>
  );
}
