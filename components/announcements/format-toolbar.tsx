"use client";
import { Bold, CodeXml, Italic, Strikethrough, UserRound } from "lucide-react";
import { useTranslations } from "next-intl";
import type { RefObject } from "react";
import { Icon } from "@/components/ui/icon";
import { IconButton } from "@/components/ui/icon-button";

const MARKS = [
  { key: "bold", mark: "*", icon: Bold },
  { key: "italic", mark: "_", icon: Italic },
  { key: "strike", mark: "~", icon: Strikethrough },
  { key: "mono", mark: "```", icon: CodeXml },
] as const;

/** Puts WhatsApp's marks around what is selected, and the first name where the cursor is. */
export function FormatToolbar({ control }: { control: RefObject<HTMLTextAreaElement | null> }) {
  const t = useTranslations("announcements.toolbar");
  return (
    <div role="toolbar" aria-label={t("label")} className="flex flex-wrap gap-1 border-line border-b p-1">
      {MARKS.map(({ key, mark, icon }) => (
        <IconButton
          key={key}
          label={t(key)}
          icon={<Icon of={icon} size={20} />}
          onClick={() => wrapSelection(control.current, mark)}
        />
      ))}
      <IconButton
        label={t("firstName")}
        icon={<Icon of={UserRound} size={20} />}
        onClick={() => insert(control.current, `{{first_name|${t("fallback")}}}`)}
      />
    </div>
  );
}

type Keys = { key: string; ctrlKey: boolean; metaKey: boolean; shiftKey: boolean };

/** The mark that a shortcut means: Ctrl+B, Ctrl+I, Ctrl+Shift+X. */
export function markOfKeys({ key, ctrlKey, metaKey, shiftKey }: Keys): string | undefined {
  if (!ctrlKey && !metaKey) return undefined;
  const marks: Record<string, string> = shiftKey ? { x: "~" } : { b: "*", i: "_" };
  return marks[key.toLowerCase()];
}

/** The marks around the selection; the browser's own event tells the counter and the preview. */
export function wrapSelection(control: HTMLTextAreaElement | null, mark: string): void {
  if (!control) return;
  const { selectionStart: start, selectionEnd: end, value } = control;
  insert(control, mark + value.slice(start, end) + mark);
  control.setSelectionRange(start + mark.length, end + mark.length);
}

function insert(control: HTMLTextAreaElement | null, text: string): void {
  if (!control) return;
  control.setRangeText(text, control.selectionStart, control.selectionEnd, "end");
  control.dispatchEvent(new Event("input", { bubbles: true }));
  control.focus();
}
