"use client";
import { Badge, type Tone } from "@/components/ui/badge";
import { useFormState } from "@/components/ui/form-context";
import { Table } from "@/components/ui/table";
import type { ChangedSeat } from "@/lib/memberships/types";

export type BulkTexts = {
  caption: string;
  person: string;
  group: string;
  result: string;
  outcomes: Record<ChangedSeat["outcome"], string>;
  codes: Record<string, string>;
};
type BulkOutcomeProps = { names: Record<string, string>; texts: BulkTexts };

const tones: Record<ChangedSeat["outcome"], Tone> = {
  done: "success",
  unchanged: "neutral",
  refused: "danger",
};

/** What came of each person in each group, once the form was sent; what was refused stands first. */
export function BulkOutcome({ names, texts }: BulkOutcomeProps) {
  const { ok, data } = useFormState();
  if (!ok || !Array.isArray(data)) return null;
  const rows = (data as ChangedSeat[]).toSorted((a, b) => order(a) - order(b));
  return (
    <div role="status" className="grid gap-2">
      <Table
        caption={texts.caption}
        columns={[
          { key: "person", header: texts.person, phone: "title" },
          { key: "group", header: texts.group },
          { key: "result", header: texts.result, phone: "line" },
        ]}
        rows={rows.map(({ groupId, memberId, outcome, code }) => ({
          key: `${groupId} ${memberId}`,
          cells: {
            person: names[memberId] ?? "",
            group: names[groupId] ?? "",
            result: (
              <Badge tone={tones[outcome]}>
                {(code !== null && texts.codes[code]) || texts.outcomes[outcome]}
              </Badge>
            ),
          },
        }))}
      />
    </div>
  );
}

function order({ outcome }: ChangedSeat): number {
  return outcome === "refused" ? 0 : 1;
}
