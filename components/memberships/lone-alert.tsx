import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { Alert } from "@/components/ui/alert";

type LoneAlertProps = { name?: string | null; active: number; hasSuccessor: boolean; href?: string };

/** A place that hangs on one person, or on none (H9), and the way out. */
export async function LoneAlert({ name, active, hasSuccessor, href }: LoneAlertProps) {
  const t = await getTranslations("succession.alert");
  const alone = active === 1 ? "alone" : null;
  const whatThen = hasSuccessor ? "heir" : alone;
  return (
    <Alert tone={hasSuccessor ? "info" : "warning"} {...(name && { title: name })}>
      {t(active === 0 ? "none" : "one")} {whatThen && t(whatThen)}{" "}
      {href && (
        <Link href={href} className="link">
          {t("act")}
        </Link>
      )}
    </Alert>
  );
}
