import { getTranslations } from "next-intl/server";
import { Badge } from "@/components/ui/badge";
import { SectionCard } from "@/components/ui/card";
import { Table } from "@/components/ui/table";
import type { ExplainedVisibility } from "@/lib/members/types";

type SeeAsAnswerProps = {
  viewer: string;
  person: string;
  answer: ExplainedVisibility;
  /** The same answer as the API gives it, byte for byte. */
  apiBody: string;
};

/** Which fields of a person show to a viewer, and which rule grants each, or why it does not show (P15). */
export async function SeeAsAnswer({ viewer, person, answer, apiBody }: SeeAsAnswerProps) {
  const t = await getTranslations("privacy.seeAs");
  const rows = answer.fields.map(({ field, shows, reasons, withheld }) => ({
    key: field,
    cells: {
      field: t(`fields.${field}`),
      shows: <Badge tone={shows === "none" ? "neutral" : "success"}>{t(`levels.${shows}`)}</Badge>,
      why: withheld ? (
        t(`withheld.${withheld}`)
      ) : (
        <ul className="grid gap-1">
          {reasons.map((reason) => (
            <li key={reason}>{t("because", { viewer, reason })}</li>
          ))}
        </ul>
      ),
    },
  }));
  return (
    <SectionCard id="see-as-answer" title={t("answer", { viewer, person })}>
      <div className="grid gap-4">
        <Table
          caption={t("answer", { viewer, person })}
          columns={[
            { key: "field", header: t("field"), phone: "title" },
            { key: "shows", header: t("shows"), phone: "line" },
            { key: "why", header: t("why"), phone: "line" },
          ]}
          rows={rows}
        />
        <details>
          <summary className="link w-fit cursor-pointer">{t("api")}</summary>
          <pre className="mt-2 whitespace-pre-wrap break-all rounded-control bg-sunken p-3 text-caption">
            {apiBody}
          </pre>
        </details>
      </div>
    </SectionCard>
  );
}
