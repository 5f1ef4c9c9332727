"use client";
import { type ReactNode, useRef } from "react";
import { forgetRead } from "./kept-pages";
import { unsubscribe } from "./push-browser";

/** Around the buttons of signing out: whoever holds the device next gets no notification meant for who left it, and reads nothing of theirs. */
export function LeaveDevice({ children }: { children: ReactNode }) {
  const asked = useRef(false);
  const end = () => {
    if (asked.current) return;
    asked.current = true;
    // Whether or not the browser could, the person is signed out.
    Promise.all([unsubscribe(), forgetRead()]).catch(() => undefined);
  };
  return (
    <div className="grid gap-3" onSubmitCapture={end}>
      {children}
    </div>
  );
}
