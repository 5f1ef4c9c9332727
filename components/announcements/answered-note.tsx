"use client";
import { useTranslations } from "next-intl";

type AnsweredNoteProps = {
  answered: { blockId: string; choices: readonly string[]; hasNot: boolean; names?: string };
};

/** That it goes only to those who answered so (A15), in words and for the form. */
export function AnsweredNote({ answered }: AnsweredNoteProps) {
  const t = useTranslations("announcements.compose");
  const { blockId, choices, hasNot, names } = answered;
  return (
    <>
      <p className="text-meta">
        {hasNot && t("answeredNot")}
        {!hasNot && (names ? t("answered", { choices: names }) : t("answeredAny"))}
      </p>
      <input type="hidden" name="answeredBlockId" value={blockId} />
      {hasNot && <input type="hidden" name="answeredHasNot" value="on" />}
      {choices.map((choice) => (
        <input key={choice} type="hidden" name="answeredChoices[]" value={choice} />
      ))}
    </>
  );
}
