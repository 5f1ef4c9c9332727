"use client";
import { Keyboard } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Icon } from "@/components/ui/icon";

const KEYS = ["j", "k", "x", "r", "n", "e", "a", "s", "l", "t", "f"] as const;

/**
 * The keyboard of the inbox: one key each, while nobody writes. A key presses what carries it as `data-key`; j and k walk the
 * rows of the list.
 */
export function InboxKeys() {
  const t = useTranslations("inbox.keys");
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target)) return;
      if (event.key === "?") setOpen(true);
      else if (!press(event.key)) return;
      event.preventDefault();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
  return (
    <>
      <Button
        variant="quiet"
        icon={<Icon of={Keyboard} />}
        onClick={() => setOpen(true)}
        className="max-md:hidden"
      >
        {t("open")}
      </Button>
      <Dialog title={t("title")} open={isOpen} onClose={() => setOpen(false)}>
        <dl className="grid grid-cols-[auto_minmax(0,1fr)] items-center gap-x-4 gap-y-2">
          {KEYS.map((key) => (
            <Key key={key} name={key} words={t(key)} />
          ))}
          <Key name="?" words={t("help")} />
          <Key name="Ctrl + Enter" words={t("sendKey")} />
        </dl>
      </Dialog>
    </>
  );
}

function Key({ name, words }: { name: string; words: string }) {
  return (
    <>
      <dt>
        <kbd className="rounded-chip border border-line-strong bg-sunken px-2 py-0.5 font-semibold text-meta">
          {name}
        </kbd>
      </dt>
      <dd>{words}</dd>
    </>
  );
}

function isWriting(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.closest("input:not([type=checkbox]), textarea, select, dialog[open], [role=menu]") !== null;
}

function press(key: string): boolean {
  if (key === "j" || key === "k") return walk(key === "j" ? 1 : -1);
  if (key === "x") return click(`[data-inbox-row]:has(a[aria-current], a:focus) input[type=checkbox]`);
  if (!KEYS.some((known) => known === key)) return false;
  return click(`[data-key="${key}"], [data-key-frame="${key}"] button`);
}

/** Presses a button, or puts the cursor into a field. */
function click(selector: string): boolean {
  const element = document.querySelector<HTMLElement>(selector);
  if (!element) return false;
  if (element.matches("textarea, select")) element.focus();
  else element.click();
  return true;
}

function walk(step: 1 | -1): boolean {
  const links = [...document.querySelectorAll<HTMLAnchorElement>("[data-inbox-row] a")];
  const here = links.findIndex((link) => link === document.activeElement || link.ariaCurrent === "true");
  const next = links[here < 0 ? 0 : here + step];
  if (!next) return false;
  next.focus();
  next.click();
  return true;
}
