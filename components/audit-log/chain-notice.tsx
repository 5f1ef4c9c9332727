import { getTranslations } from "next-intl/server";
import { Alert } from "@/components/ui/alert";
import type { ChainState } from "@/lib/audit-log/types";

/** What came of recomputing the chain. */
export async function ChainNotice({ state }: { state: ChainState }) {
  const t = await getTranslations("audit");
  return state.brokenAt === null ? (
    <Alert tone="success" className="mb-5">
      {t("intact", { count: state.chained })}
    </Alert>
  ) : (
    <Alert tone="danger" className="mb-5">
      {t("broken", { position: state.brokenAt })}
    </Alert>
  );
}
