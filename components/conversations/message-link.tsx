"use client";
import type { ReactNode } from "react";

type MessageLinkProps = { id: string; className: string; children: ReactNode };

/** The way to a message of the room: in this page where it is loaded, else to the page of history that it is on. */
export function MessageLink({ id, className, children }: MessageLinkProps) {
  return (
    <a
      href={`?at=${id}#m-${id}`}
      className={className}
      onClick={(event) => {
        if (!document.getElementById(`m-${id}`)) return;
        event.preventDefault();
        window.location.hash = `m-${id}`;
      }}
    >
      {children}
    </a>
  );
}
