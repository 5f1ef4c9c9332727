import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { Alert } from "@/components/ui/alert";

/** Where mails are while no SMTP server is set. */
export async function OutboxNote() {
  const t = await getTranslations("accounts.sent");
  return (
    <Alert>
      {t("outbox")}{" "}
      <Link href="/dev/outbox" className="link">
        {t("outboxLink")}
      </Link>
    </Alert>
  );
}
