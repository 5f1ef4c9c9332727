import { Check } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { ShapeMark } from "@/components/ui/badge";
import { cx } from "@/components/ui/cx";
import { Icon } from "@/components/ui/icon";
import type { Party, Reach, TableRow, Topic } from "@/lib/permissions/rules";
import type { PersonPermissions } from "@/lib/permissions/types";
import { OwnLine } from "./own-line";
import { partyWords } from "./party-words";

/** Said again because a table laid out as blocks on narrow screens would lose them. */
const laidOut = {
  table: { role: "table" },
  rowgroup: { role: "rowgroup" },
  row: { role: "row" },
  rowheader: { role: "rowheader" },
  columnheader: { role: "columnheader" },
  cell: { role: "cell" },
} as const;

type PermissionTableProps = {
  topic: Topic;
  rows: readonly TableRow[];
  parties: readonly Party[];
  /** The signed-in person: their column is tinted, and what they may do is said under each action. */
  own: PersonPermissions;
};

/** The actions of one topic, a column per role and tie; on narrow screens each action names who may. */
export async function PermissionTable({ topic, rows, parties, own }: PermissionTableProps) {
  const [t, words] = await Promise.all([getTranslations("permissions"), partyWords()]);
  const title = t(`topics.${topic}`);
  return (
    <section aria-labelledby={`topic-${topic}`} className="grid gap-2.5">
      <h2 id={`topic-${topic}`} className="text-h3">
        {title}
      </h2>
      <table
        {...laidOut.table}
        className="w-full border-separate border-spacing-0 overflow-hidden rounded-card border border-line bg-surface text-control max-xl:block"
      >
        <caption className="sr-only">{title}</caption>
        <thead {...laidOut.rowgroup} className="max-xl:sr-only">
          <tr {...laidOut.row} className="bg-sunken">
            <th {...laidOut.columnheader} scope="col" className="px-4 py-2 text-left text-ink2 text-meta">
              {t("action")}
            </th>
            {parties.map((party) => (
              <th
                key={party}
                {...laidOut.columnheader}
                scope="col"
                className={cx(
                  "w-20 px-1 py-2 align-bottom font-semibold text-caption leading-tight [hyphens:auto]",
                  party === own.role ? "bg-porta-soft text-porta" : "text-ink2",
                )}
              >
                {words(party)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody {...laidOut.rowgroup} className="max-xl:block">
          {rows.map((row) => (
            <tr
              key={row.action}
              {...laidOut.row}
              data-action={row.action}
              className="max-xl:flex max-xl:flex-wrap max-xl:gap-1.5 max-xl:border-line max-xl:border-t max-xl:px-4 max-xl:py-3 max-xl:first:border-t-0"
            >
              <th
                {...laidOut.rowheader}
                scope="row"
                className="border-line px-4 py-2.5 text-left font-medium max-xl:w-full max-xl:p-0 max-xl:pb-1 xl:border-t"
              >
                {t(`actions.${row.action}`)}
                <OwnLine own={own} action={row.action} />
              </th>
              {parties.map((party) => (
                <ReachCell
                  key={party}
                  reach={row.reach[party]}
                  name={words(party)}
                  isOwn={party === own.role}
                  said={t(`reach.${row.reach[party]}`)}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

type ReachCellProps = { reach: Reach; name: string; isOwn: boolean; said: string };

function ReachCell({ reach, name, isOwn, said }: ReachCellProps) {
  return (
    <td
      {...laidOut.cell}
      className={cx(
        "border-line xl:border-t xl:text-center",
        reach === "none"
          ? "max-xl:hidden"
          : "max-xl:inline-flex max-xl:items-center max-xl:gap-1.5 max-xl:rounded-pill max-xl:px-2 max-xl:text-caption max-xl:leading-6",
        isOwn ? "bg-porta-soft text-porta" : "max-xl:bg-sunken",
      )}
    >
      <Mark reach={reach} />
      <span aria-hidden="true" className="xl:hidden">
        {name}
        {reach === "granted" && <span> · {said}</span>}
      </span>
      <span className="sr-only">{said}</span>
    </td>
  );
}

/** Where it holds, by shape: everywhere or in the place itself, in some communities, nowhere. */
function Mark({ reach }: { reach: Reach }) {
  switch (reach) {
    case "everywhere":
    case "inPlace":
      return <Icon of={Check} size={16} className="inline-block shrink-0 text-mata" />;
    case "granted":
      return <ShapeMark tone="info" shape="half" />;
    case "none":
      return (
        <span aria-hidden="true" className="text-ink3">
          –
        </span>
      );
  }
}
