"use client";
import type { ReactNode } from "react";

type PopoverPanelProps = { id: string; label: string; className: string; children: ReactNode };

/** The platform's own popover; closes when a link in it is followed, because the shell around it stays. */
export function PopoverPanel({ id, label, className, children }: PopoverPanelProps) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: it listens for links being followed, which the keyboard does by click too
    <div
      id={id}
      popover="auto"
      role="dialog"
      aria-label={label}
      className={className}
      onClick={(event) => {
        if (event.target instanceof Element && event.target.closest("a")) event.currentTarget.hidePopover();
      }}
    >
      {children}
    </div>
  );
}
