import { getTranslations } from "next-intl/server";
import { Table } from "@/components/ui/table";
import { KEPT_DAYS } from "@/lib/privacy/rules";
import { RETENTION_YEARS } from "@/lib/tenant-life/rules";

/** What is kept for how long, and why: from the same figures that the clock goes by. */
export async function KeptTable() {
  const t = await getTranslations("privacy.kept");
  const times = {
    people: t("withPerson"),
    proofs: t("withTenant"),
    optOuts: t("withTenant"),
    invoices: t("years", { years: RETENTION_YEARS }),
    addresses: t("days", { days: KEPT_DAYS.addresses }),
    failedJobs: t("days", { days: KEPT_DAYS.failedJobs }),
    keptAnswers: t("days", { days: KEPT_DAYS.keptAnswers }),
    signInCodes: t("days", { days: KEPT_DAYS.signInCodes }),
    bulkActs: t("days", { days: KEPT_DAYS.bulkActs }),
  };
  const kinds = Object.keys(times) as (keyof typeof times)[];
  return (
    <Table
      caption={t("what")}
      columns={[
        { key: "what", header: t("what"), phone: "title" },
        { key: "time", header: t("time"), phone: "line" },
        { key: "why", header: t("why"), phone: "line" },
      ]}
      rows={kinds.map((kind) => ({
        key: kind,
        cells: { what: t(`${kind}.what`), time: times[kind], why: t(`${kind}.why`) },
      }))}
    />
  );
}
