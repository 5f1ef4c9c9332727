import { ScrollText } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { Icon } from "@/components/ui/icon";
import { LinkButton } from "@/components/ui/link-button";
import { canViewAudit } from "@/lib/audit-log/policy";
import type { Actor } from "@/lib/shared/actor";
import { auditHref } from "./audit-href";

type HistoryLinkProps = { slug: string; actor: Actor; subjectId: string };

/** From the page of an object to what was done to it, for those who may read the audit. */
export async function HistoryLink({ slug, actor, subjectId }: HistoryLinkProps) {
  if (!canViewAudit(actor).ok) return null;
  const t = await getTranslations("audit");
  return (
    <LinkButton
      href={auditHref(`/t/${slug}/settings/audit`, { subject: subjectId })}
      size="sm"
      icon={<Icon of={ScrollText} size={16} />}
    >
      {t("historyLink")}
    </LinkButton>
  );
}
