import { Download, Link2 } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { buttonStyle } from "@/components/ui/button-style";
import { Icon } from "@/components/ui/icon";
import { LinkButton } from "@/components/ui/link-button";
import type { AuditSearch } from "@/lib/audit-log/schema";
import { auditHref } from "./audit-href";

/** What can be done with the log as it is filtered: take it away, and prove it. */
export async function AuditActions({ base, chosen }: { base: string; chosen: AuditSearch }) {
  const t = await getTranslations("audit");
  const { cursor: _, ...filters } = chosen;
  const file = (format: "csv" | "json") => auditHref(`${base}/export`, { ...filters, format });
  return (
    <div className="mb-5 grid gap-1.5">
      <div className="flex flex-wrap gap-2.5">
        <a href={file("csv")} download className={buttonStyle("secondary", "sm")}>
          <Icon of={Download} size={16} />
          {t("exportCsv")}
        </a>
        <a href={file("json")} download className={buttonStyle("secondary", "sm")}>
          <Icon of={Download} size={16} />
          {t("exportJson")}
        </a>
        <LinkButton
          href={auditHref(base, { ...filters, check: "1" })}
          size="sm"
          prefetch={false}
          icon={<Icon of={Link2} size={16} />}
        >
          {t("check")}
        </LinkButton>
      </div>
      <p className="text-caption text-ink2">{t("exportHint")}</p>
    </div>
  );
}
