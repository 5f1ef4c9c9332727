"use client";
import { type ReactNode, useRef } from "react";
import { unsubscribe } from "./push-browser";

/** Around the buttons of signing out: whoever holds the device next gets no notification meant for who left it. */
export function EndPushHere({ children }: { children: ReactNode }) {
  const asked = useRef(false);
  const end = () => {
    if (asked.current) return;
    asked.current = true;
    // Whether or not the browser could, the person is signed out.
    unsubscribe().catch(() => undefined);
  };
  return (
    <div className="grid gap-3" onSubmitCapture={end}>
      {children}
    </div>
  );
}
