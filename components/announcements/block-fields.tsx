"use client";
import { useTranslations } from "next-intl";
import { SelectField } from "@/components/ui/form-fields";
import { BLOCK_KINDS, type BlockKind } from "@/lib/blocks/block-rules";
import { EventFields, GiveawayFields } from "./block-fields-dated";
import { ButtonFields, FeedbackFields, PollFields } from "./block-fields-plain";
import type { BlockStart } from "./block-start";

const FIELDS = {
  poll: PollFields,
  event: EventFields,
  giveaway: GiveawayFields,
  feedback: FeedbackFields,
  button: ButtonFields,
} as const;

export type BlockFieldsProps = { values: Record<string, string> };

type Props = { kind: BlockKind | ""; start: BlockStart };

/** What the announcement asks of its readers: nothing, or one block with its own fields. */
export function BlockFields({ kind, start }: Props) {
  const t = useTranslations("announcements.compose");
  const names = useTranslations("announcements.compose.blocks.kinds");
  const Fields = kind === "" ? null : FIELDS[kind];
  return (
    <div className="grid gap-4">
      <SelectField
        name="block"
        label={t("block")}
        hint={t("blockHint")}
        defaultValue={start.kind}
        options={[
          { value: "", label: t("blockNone") },
          ...BLOCK_KINDS.map((one) => ({ value: one, label: names(one) })),
        ]}
      />
      {Fields && <Fields values={kind === start.kind ? start.values : {}} />}
    </div>
  );
}
