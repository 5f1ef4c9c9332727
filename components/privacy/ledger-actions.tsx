import { Download, Link2 } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { Alert } from "@/components/ui/alert";
import { buttonStyle } from "@/components/ui/button-style";
import { Icon } from "@/components/ui/icon";
import { LinkButton } from "@/components/ui/link-button";
import type { LedgerState } from "@/lib/consent/types";

type LedgerActionsProps = { base: string; checkHref: string; state: LedgerState | null };

/** Proving the ledger, here or without us, and what came of it. */
export async function LedgerActions({ base, checkHref, state }: LedgerActionsProps) {
  const t = await getTranslations("privacy.register");
  return (
    <div className="mb-5 grid gap-2.5">
      {state && state.brokenAt === null && (
        <Alert tone="success" title={t("intact", { count: state.entries })}>
          {state.tip && (
            <>
              {t("tip")} <code className="break-all text-meta">{state.tip}</code>
            </>
          )}
        </Alert>
      )}
      {state && state.brokenAt !== null && (
        <Alert tone="danger">{t("broken", { position: state.brokenAt })}</Alert>
      )}
      <div className="flex flex-wrap gap-2.5">
        <LinkButton href={checkHref} size="sm" prefetch={false} icon={<Icon of={Link2} size={16} />}>
          {t("check")}
        </LinkButton>
        <a href={`${base}/ledger`} download className={buttonStyle("secondary", "sm")}>
          <Icon of={Download} size={16} />
          {t("download")}
        </a>
      </div>
      <p className="text-caption text-ink2">{t("downloadHint")}</p>
    </div>
  );
}
