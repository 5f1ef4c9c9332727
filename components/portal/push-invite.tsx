"use client";
import { type ReactNode, useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { lookAround } from "./push-browser";

const VISITS = "aldeia.visits";
const ANSWERED = "aldeia.push-invite";

type PushInviteProps = {
  title: string;
  later: string;
  marks: readonly string[];
  children: ReactNode;
};

/** Offers notifications where announcements are read: from the second visit on, until somebody says yes or "not now". */
export function PushInvite({ title, later, marks, children }: PushInviteProps) {
  const [shown, setShown] = useState(false);
  const known = marks.join(" ");
  // What this browser remembers of earlier visits, and may do, is known after the page is drawn.
  useEffect(() => {
    if (visits() < 2 || localStorage.getItem(ANSWERED)) return;
    lookAround(known.split(" ")).then(
      (standing) => setShown(standing === "off"),
      () => undefined,
    );
  }, [known]);
  if (!shown) return null;
  const answer = () => {
    localStorage.setItem(ANSWERED, "later");
    setShown(false);
  };
  return (
    <section
      aria-labelledby="push-invite"
      className="flex flex-wrap items-center justify-between gap-3 rounded-card border border-line bg-sunken p-4"
    >
      <h2 id="push-invite" className="font-sans text-reading">
        {title}
      </h2>
      <div className="flex flex-wrap gap-2">
        {children}
        <Button variant="quiet" size="lg" onClick={answer}>
          {later}
        </Button>
      </div>
    </section>
  );
}

/** Counts a visit once per tab that is opened. */
function visits(): number {
  const before = Number(localStorage.getItem(VISITS) ?? 0);
  if (sessionStorage.getItem(VISITS)) return before;
  sessionStorage.setItem(VISITS, "counted");
  localStorage.setItem(VISITS, String(before + 1));
  return before + 1;
}
