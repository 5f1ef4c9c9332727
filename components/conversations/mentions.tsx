"use client";
import { type RefObject, useEffect, useRef, useState } from "react";
import { fetchJson } from "@/components/ui/fetch-json";
import { useRoomTexts } from "./room-texts";

type Callable = { id: string; name: string };

const ASK_AFTER_MS = 200;
/** An at-sign and what is typed of a name, up to the cursor. */
const CALLING = /(?:^|\s)@([^\s@][^@\n]{0,40})$/u;

/** Whom one may call while writing: of those in the room, as the server finds them (P12). */
export function useMentions(base: string, field: RefObject<HTMLTextAreaElement | null>) {
  const [choices, setChoices] = useState<readonly Callable[]>([]);
  const picked = useRef(new Map<string, string>());
  // Outside: what is typed in the field.
  useEffect(() => {
    const box = field.current;
    if (!box) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      clearTimeout(timer);
      const [, typed] = CALLING.exec(box.value.slice(0, box.selectionStart)) ?? [];
      if (!typed) return setChoices([]);
      timer = setTimeout(async () => {
        // Offline: nobody is suggested.
        const found = await fetchJson<Callable[]>(
          `${base}/people/callable?q=${encodeURIComponent(typed)}`,
        ).catch(() => []);
        setChoices(found);
      }, ASK_AFTER_MS);
    };
    box.addEventListener("input", look);
    return () => {
      clearTimeout(timer);
      box.removeEventListener("input", look);
    };
  }, [base, field]);

  function pick({ id, name }: Callable) {
    const box = field.current;
    if (!box) return;
    picked.current.set(id, name);
    const start = box.value.slice(0, box.selectionStart).lastIndexOf("@");
    box.setRangeText(`@${name} `, start, box.selectionStart, "end");
    box.dispatchEvent(new Event("input", { bubbles: true }));
    setChoices([]);
    box.focus();
  }
  const calledIn = (body: string) =>
    [...picked.current].flatMap(([id, name]) => (body.includes(`@${name}`) ? id : []));
  return { choices, pick, calledIn };
}

type MentionChoicesProps = { choices: readonly Callable[]; onPick: (person: Callable) => void };

/** Who is meant. */
export function MentionChoices({ choices, onPick }: MentionChoicesProps) {
  const t = useRoomTexts();
  if (choices.length === 0) return null;
  return (
    <ul
      aria-label={t("callable")}
      className="col-span-full grid overflow-hidden rounded-card border border-line bg-surface shadow-float"
    >
      {choices.map((person) => (
        <li key={person.id}>
          <button
            type="button"
            onClick={() => onPick(person)}
            className="min-h-11 w-full px-3 py-2 text-left hover:bg-sunken"
          >
            {person.name}
          </button>
        </li>
      ))}
    </ul>
  );
}
