"use client";
import { type DragEvent, type ReactNode, useState } from "react";
import { cx } from "@/components/ui/cx";

/** Lets a file be dropped anywhere on it, into the file field inside; the field's own button does the same. */
export function DropArea({ children }: { children: ReactNode }) {
  const [isOver, setOver] = useState(false);

  function drop(event: DragEvent<HTMLElement>) {
    event.preventDefault();
    setOver(false);
    const input = event.currentTarget.querySelector<HTMLInputElement>("input[type=file]");
    if (!input || event.dataTransfer.files.length === 0) return;
    input.files = event.dataTransfer.files;
    input.focus();
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is an addition; the field inside is the control
    <div
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      className={cx(
        "rounded-card border-2 border-dashed p-4 transition-colors duration-120",
        isOver ? "border-porta bg-porta-soft" : "border-line-strong bg-sunken",
      )}
    >
      {children}
    </div>
  );
}
