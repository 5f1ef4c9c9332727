"use client";
import { useSyncExternalStore } from "react";
import { cleanText, countGraphemes } from "@/lib/shared/text";
import { cx } from "./cx";
import { fill, useUiLocale, useUiTexts } from "./ui-texts";

/** "12 de 100" under a control, read from the control itself so that the input stays uncontrolled. */
export function CharCounter({
  controlId,
  initial,
  max,
}: {
  controlId: string;
  initial: string;
  max: number;
}) {
  const texts = useUiTexts();
  const format = new Intl.NumberFormat(useUiLocale());
  const count = useSyncExternalStore(
    (changed) => watch(controlId, changed),
    () => countGraphemes(controlText(controlId) ?? initial),
    () => countGraphemes(initial),
  );
  const left = max - count;
  return (
    <span
      aria-live={left <= max / 10 ? "polite" : "off"}
      className={cx(
        "text-meta",
        left < 0 && "font-semibold text-urucum",
        left >= 0 && (left <= max / 10 ? "text-ipe" : "text-ink2"),
      )}
    >
      {left < 0
        ? fill(texts.charsOver, { over: format.format(-left), max: format.format(max) })
        : fill(texts.chars, { count: format.format(count), max: format.format(max) })}
    </span>
  );
}

function controlText(id: string): string | undefined {
  const control = document.getElementById(id);
  return control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement
    ? cleanText(control.value)
    : undefined;
}

function watch(id: string, changed: () => void): () => void {
  const control = document.getElementById(id);
  const afterReset = () => setTimeout(changed);
  control?.addEventListener("input", changed);
  control?.closest("form")?.addEventListener("reset", afterReset);
  return () => {
    control?.removeEventListener("input", changed);
    control?.closest("form")?.removeEventListener("reset", afterReset);
  };
}
