import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/ui/form";
import { Pagination } from "@/components/ui/pagination";
import { SubmitButton } from "@/components/ui/submit-button";
import { Table } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import type { Ban } from "@/lib/bans/types";
import type { FormState } from "@/lib/platform/actions/form-state";
import type { Page } from "@/lib/platform/http/cursor";

type BanSectionProps = {
  /** Lifting as the team or as an admin in the portal. */
  lift: (previous: FormState, form: FormData) => Promise<FormState>;
  /** The address of this list. */
  here: string;
  page: Page<Ban>;
  /** The name of the place where a ban holds. */
  placeOf: (ban: Ban) => string;
  zone: string;
  lifted: boolean;
};

/** Who is banned from where and why, and the way back: lifting lets somebody in again, it brings nobody back. */
export async function BanSection({ lift, here, page, placeOf, zone, lifted }: BanSectionProps) {
  const t = await getTranslations("bans");
  const nameOf = (ban: Ban) => ban.name ?? t("former");
  const rows = page.data.map((ban) => ({
    key: ban.id,
    cells: {
      person: (
        <span className="grid">
          <span className="break-words font-medium">{nameOf(ban)}</span>
          <span className="break-words text-caption text-ink2">{ban.reason || t("noReason")}</span>
        </span>
      ),
      where: <span className="break-words">{placeOf(ban)}</span>,
      since: <Time at={ban.createdAt} zone={zone} kind="date" />,
      actions: ban.liftedAt ? (
        <span className="text-ink2 text-meta">
          {t("liftedOn")} <Time at={ban.liftedAt} zone={zone} kind="date" />
        </span>
      ) : (
        <ActionForm action={lift} successMessage={t("lifted")}>
          <input type="hidden" name="banId" value={ban.id} />
          <fieldset aria-label={t("actionsFor", { name: nameOf(ban) })}>
            <SubmitButton variant="quiet" size="sm">
              {t("lift")}
            </SubmitButton>
          </fieldset>
        </ActionForm>
      ),
    },
  }));
  const query = lifted ? "lifted=1&" : "";
  return (
    <div className="grid gap-4">
      <Table
        caption={t("title")}
        columns={[
          { key: "person", header: t("person"), phone: "title" },
          { key: "where", header: t("where") },
          { key: "since", header: t("since") },
          { key: "actions", header: t("actions"), align: "end", phone: "line" },
        ]}
        rows={rows}
        empty={t("empty")}
      />
      <Pagination nextHref={page.nextCursor ? `${here}?${query}cursor=${page.nextCursor}` : undefined} />
      <p className="text-meta">
        <Link href={lifted ? here : `${here}?lifted=1`} className="link">
          {t(lifted ? "hideLifted" : "showLifted")}
        </Link>
      </p>
    </div>
  );
}
